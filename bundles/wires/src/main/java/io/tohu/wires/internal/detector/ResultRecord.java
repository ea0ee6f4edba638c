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
     * @param contributors how many channels to name
     */
    static Map<String, TypedValue<?>> of(
            String detector, Score score, double limit, boolean alarm, WindowRecord window, int contributors) {
        Map<String, TypedValue<?>> p = new HashMap<>(window.contextProperties());
        p.put("detector", TypedValues.newStringValue(detector));
        p.put("model", TypedValues.newStringValue(score.model().name()));
        p.put("model.version", TypedValues.newStringValue(score.model().version()));
        p.put("score", TypedValues.newDoubleValue(score.score()));
        p.put("limit", TypedValues.newDoubleValue(limit));
        p.put("alarm", TypedValues.newBooleanValue(alarm));
        p.put("contributors", TypedValues.newStringValue(Contributors.largest(score.contributions(), contributors)));
        p.put("window.start", TypedValues.newLongValue(window.start()));
        p.put("window.end", TypedValues.newLongValue(window.end()));
        p.put("window.held", TypedValues.newIntegerValue(window.held()));
        p.put("inference.us", TypedValues.newLongValue(score.nanos() / 1000));
        return p;
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
