/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.actuate;

import java.util.Optional;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;

/**
 * Decides what is written and when: the last decision is wanted, and is written once the interlock and the interval
 * allow. Times are those of this gateway, since the interval protects a machine and not a record. Not thread-safe.
 */
final class Actuation {

    /**
     * What became of a decision.
     *
     * @param outcome {@code WRITTEN}, {@code DRY_RUN}, {@code WAITING} or {@code REFUSED}
     * @param value what is or would be written
     * @param reason why it was not written, empty when it was
     */
    record Audit(String outcome, TypedValue<?> value, String reason) {

        boolean writes() {
            return outcome.equals("WRITTEN");
        }
    }

    private final ActuateConfig config;
    private final TypedValue<?> on;
    private final TypedValue<?> off;
    private Boolean wanted;
    private Boolean done;
    private Object interlock;
    private long interlockTime;
    private long lastWrite;
    private boolean everWritten;
    private Audit told;

    /** @throws IllegalArgumentException when a value is not of the type; the message names both */
    Actuation(ActuateConfig config) {
        this.config = config;
        this.on = value("Value when on", config.value_on(), config.value_type());
        this.off = value("Value when off", config.value_off(), config.value_type());
    }

    private static TypedValue<?> value(String field, String text, String type) {
        try {
            if (type.equals("BOOLEAN") && !text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException("true or false");
            }
            return TypedValues.parseTypedValue(DataType.valueOf(type), text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + " is '" + text + "', which is no " + type, e);
        }
    }

    void decided(boolean decision) {
        wanted = decision;
    }

    void interlock(Object value, long now) {
        interlock = value;
        interlockTime = now;
    }

    /** What is to be done now; empty when nothing has changed since the last call. */
    Optional<Audit> next(long now) {
        if (wanted == null || wanted.equals(done)) {
            return Optional.empty();
        }
        TypedValue<?> value = wanted ? on : off;
        Audit audit = judge(value, now);
        if (audit.writes() || audit.outcome().equals("DRY_RUN")) {
            done = wanted;
            lastWrite = now;
            everWritten = true;
        } else if (audit.equals(told)) {
            return Optional.empty();
        }
        told = audit;
        return Optional.of(audit);
    }

    private Audit judge(TypedValue<?> value, long now) {
        if (!config.interlock_channel().isBlank()) {
            if (interlock == null || now - interlockTime > config.interlock_valid_ms()) {
                return new Audit(
                        "REFUSED", value, "the interlock " + config.interlock_channel() + " has not been heard");
            }
            if (!String.valueOf(interlock).equals(config.interlock_allows())) {
                return new Audit("REFUSED", value, "the interlock " + config.interlock_channel() + " is " + interlock);
            }
        }
        if (waitMillis(now) > 0) {
            return new Audit("WAITING", value, "the last write was less than " + config.interval_ms() + " ms ago");
        }
        return config.dry_run()
                ? new Audit("DRY_RUN", value, "the dry run is switched on")
                : new Audit("WRITTEN", value, "");
    }

    /** For how long the interval still forbids a write that is wanted, 0 when it does not. */
    long waitMillis(long now) {
        boolean open = wanted != null && !wanted.equals(done);
        return open && everWritten ? Math.max(0, lastWrite + config.interval_ms() - now) : 0;
    }
}
