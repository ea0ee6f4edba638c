/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.evaluation;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.tohu.evaluation.nab.NabResult;
import io.tohu.evaluation.pump.PumpResult;
import io.tohu.evaluation.skab.SkabResult;
import java.util.Map;

/** Results as JSON; what was not evaluated is {@code null}. */
public final class EvaluationReport {

    private final JsonObject root = new JsonObject();

    public EvaluationReport() {
        for (String set : new String[] {"skab", "nab", "plant", "bsdata"}) {
            root.add(set, JsonNull.INSTANCE);
        }
    }

    public void add(SkabResult result) {
        JsonObject skab = new JsonObject();
        skab.add("offline", json(result.offline()));
        skab.add("causal", json(result.causal()));
        skab.add("plain", json(result.plain()));
        JsonObject groups = new JsonObject();
        result.groups().forEach((name, judged) -> groups.add(name, json(judged)));
        skab.add("groups", groups);
        JsonArray curve = new JsonArray();
        for (Map.Entry<Double, Judged> point : result.curve().entrySet()) {
            JsonObject json = json(point.getValue());
            json.addProperty("factor", point.getKey());
            curve.add(json);
        }
        skab.add("curve", curve);
        root.add("skab", skab);
    }

    public void add(NabResult result) {
        JsonObject nab = new JsonObject();
        nab.addProperty("score", result.score());
        nab.addProperty("windows", result.windows());
        nab.addProperty("found", result.found());
        nab.addProperty("outside", result.outside());
        nab.addProperty("rows", result.rows());
        root.add("nab", nab);
    }

    public void add(PumpResult result) {
        JsonObject plant = new JsonObject();
        JsonArray cases = new JsonArray();
        for (PumpResult.Case one : result.cases()) {
            JsonObject json = new JsonObject();
            json.addProperty("fault", one.fault());
            json.addProperty("severity", one.severity());
            json.addProperty("runs", one.runs());
            json.addProperty("missed", one.missed());
            json.addProperty("medianDelaySeconds", finite(one.medianDelay()));
            cases.add(json);
        }
        plant.add("cases", cases);
        plant.addProperty("missed", result.missed());
        plant.addProperty("falseAlarms", result.falseAlarms());
        plant.addProperty("healthyHours", result.healthyDays() * 24);
        plant.addProperty("falseAlarmsPerDay", result.falseAlarmsPerDay());
        root.add("plant", plant);
    }

    public String toJson() {
        return new GsonBuilder().serializeNulls().setPrettyPrinting().create().toJson(root) + "\n";
    }

    private static JsonObject json(Judged judged) {
        JsonObject json = new JsonObject();
        Confusion confusion = judged.confusion();
        json.addProperty("f1", confusion.f1());
        json.addProperty("far", confusion.far());
        json.addProperty("mar", confusion.mar());
        json.addProperty("balancedAccuracy", confusion.balancedAccuracy());
        json.addProperty("medianDelayRows", finite(judged.medianDelay()));
        json.addProperty("detected", judged.detected());
        json.addProperty("runs", judged.runs());
        return json;
    }

    /** JSON has no NaN: nothing was detected, so there is no delay. */
    private static Double finite(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
