/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.detector;

import io.tohu.inference.Score;
import io.tohu.wires.internal.WindowRecord;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireRecord;

/** The records that a detector emits. */
final class ResultRecord {

    private ResultRecord() {}

    /**
     * @param limit the limit that was applied
     * @param alarm the alarm's state after this window
     * @param severity how bad it is, {@code NONE} while there is no alarm
     * @param contributors how many channels to name
     */
    static Map<String, TypedValue<?>> of(
            String detector,
            Score score,
            double limit,
            boolean alarm,
            String severity,
            WindowRecord window,
            int contributors) {
        Map<String, TypedValue<?>> p = new HashMap<>(window.contextProperties());
        p.put("detector", TypedValues.newStringValue(detector));
        p.put("model", TypedValues.newStringValue(score.model().name()));
        p.put("model.version", TypedValues.newStringValue(score.model().version()));
        p.put("score", TypedValues.newDoubleValue(score.score()));
        p.put("limit", TypedValues.newDoubleValue(limit));
        p.put("alarm", TypedValues.newBooleanValue(alarm));
        p.put("severity", TypedValues.newStringValue(severity));
        p.put("contributors", TypedValues.newStringValue(Contributors.largest(score.contributions(), contributors)));
        p.put("window.start", TypedValues.newLongValue(window.start()));
        p.put("window.end", TypedValues.newLongValue(window.end()));
        p.put("window.held", TypedValues.newIntegerValue(window.held()));
        p.put("window.interpolated", TypedValues.newIntegerValue(window.interpolated()));
        p.put("window.dropped", TypedValues.newIntegerValue(window.dropped()));
        p.put("inference.us", TypedValues.newLongValue(score.nanos() / 1000));
        return p;
    }

    /** The end of an alarm that no window has ended. */
    static WireRecord cleared(String detector, AlarmMemory.Raised alarm, String reason, long now) {
        return new WireRecord(Map.of(
                "detector", TypedValues.newStringValue(detector),
                "model", TypedValues.newStringValue(alarm.model()),
                "model.version", TypedValues.newStringValue(alarm.version()),
                "alarm", TypedValues.newBooleanValue(false),
                "severity", TypedValues.newStringValue("NONE"),
                "event", TypedValues.newStringValue("CLEARED"),
                "reason", TypedValues.newStringValue(reason),
                "window.end", TypedValues.newLongValue(now)));
    }

    /** A result that could not be made, with the reason. */
    static WireRecord error(String detector, String model, String message, long now) {
        return new WireRecord(Map.of(
                "detector", TypedValues.newStringValue(detector),
                "model", TypedValues.newStringValue(model),
                "error", TypedValues.newStringValue(message),
                "window.end", TypedValues.newLongValue(now)));
    }
}
