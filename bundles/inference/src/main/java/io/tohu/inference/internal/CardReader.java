/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.tohu.inference.ModelCard;
import io.tohu.inference.ModelCard.Feature;
import io.tohu.inference.ModelCard.Task;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads {@code card.json}; the format is {@code docs/reference/model-card.schema.json}. Members that it does not know
 * are left alone, so that a later card still works here.
 */
final class CardReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** 64 MiB of float32 a detector, beside the window's own ring and record. */
    private static final long MAX_WINDOW_VALUES = 1 << 24;

    private CardReader() {}

    /** Reads a card, or says which member is missing or wrong. */
    static CardFile read(byte[] json) throws ModelRefusedException {
        try {
            JsonElement root = JsonParser.parseString(new String(json, StandardCharsets.UTF_8));
            if (!root.isJsonObject()) {
                throw new ModelRefusedException("card.json is not a JSON object");
            }
            return read(new CardObject("card.json", root.getAsJsonObject()));
        } catch (JsonParseException | IllegalStateException e) {
            throw new ModelRefusedException("card.json is not JSON: " + e.getMessage(), e);
        }
    }

    private static CardFile read(CardObject root) throws ModelRefusedException {
        Task task = task(root.text("task"));
        boolean windowed = task == Task.ANOMALY;
        List<Feature> features = windowed || root.has("features") ? features(root) : List.of();
        checkBaseline(root, features);
        CardObject window = windowed || root.has("window") ? root.object("window") : null;
        int samples = window == null ? 0 : window.integer("samples", 1);
        if ((long) samples * features.size() > MAX_WINDOW_VALUES) {
            throw new ModelRefusedException("card.json: a window of " + samples + " samples of " + features.size()
                    + " features is larger than " + MAX_WINDOW_VALUES + " values");
        }
        ModelCard card = new ModelCard(
                root.matching("name", NAME, "letters, digits, '.', '_' and '-', at most 64"),
                root.matching("version", VERSION, "major.minor.micro"),
                task,
                features,
                samples,
                window == null ? 0 : window.integer("stride", 1),
                window == null ? 0 : window.integer("interval.ms", 0),
                windowed || root.has("limit") ? root.number("limit") : Double.NaN,
                root.matching("sha256", SHA256, "64 lower-case hex digits"));
        CardObject outputs = windowed ? root.object("outputs") : null;
        return new CardFile(
                card,
                windowed ? root.text("input") : "",
                windowed ? outputs.text("score") : "",
                windowed && outputs.has("contributions")
                        ? Optional.of(outputs.text("contributions"))
                        : Optional.empty(),
                root.has("labels") ? root.texts("labels") : List.of(),
                demands(root));
    }

    private static Demands demands(CardObject root) throws ModelRefusedException {
        CardObject session = root.optionalObject("session");
        CardObject requires = root.optionalObject("requires");
        String nan = root.has("nan") ? root.text("nan") : "refuse";
        if (!nan.equals("refuse") && !nan.equals("missing")) {
            throw new ModelRefusedException("card.json: nan is '" + nan + "', expected refuse or missing");
        }
        return new Demands(
                session.has("threads") ? session.integer("threads", 1) : 0,
                session.has("optimization") ? Optional.of(session.text("optimization")) : Optional.empty(),
                session.has("provider") ? Optional.of(session.text("provider")) : Optional.empty(),
                requires.has("latency.ms") ? requires.number("latency.ms") : 0,
                nan.equals("missing"),
                requires.has("engine") ? Optional.of(requires.text("engine")) : Optional.empty(),
                requires.has("platforms") ? requires.texts("platforms") : List.of());
    }

    /** Quantiles of each feature in healthy data, rising; later drift checks rest on them. */
    private static void checkBaseline(CardObject root, List<Feature> features) throws ModelRefusedException {
        for (Map.Entry<String, double[]> baseline :
                root.optionalObject("baseline").numberArrays().entrySet()) {
            String name = baseline.getKey();
            if (features.stream().noneMatch(feature -> feature.name().equals(name))) {
                throw new ModelRefusedException("card.json: baseline names '" + name + "', which is no feature");
            }
            double[] quantiles = baseline.getValue();
            for (int i = 1; i < quantiles.length; i++) {
                if (quantiles[i] < quantiles[i - 1]) {
                    throw new ModelRefusedException("card.json: baseline of '" + name + "' has quantiles that fall");
                }
            }
        }
    }

    private static Task task(String text) throws ModelRefusedException {
        for (Task task : Task.values()) {
            if (task.name().toLowerCase(Locale.ROOT).equals(text)) {
                return task;
            }
        }
        throw new ModelRefusedException(
                "card.json: task is '" + text + "', expected anomaly, classification, regression or detection");
    }

    private static List<Feature> features(CardObject root) throws ModelRefusedException {
        List<Feature> features = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonObject element : root.objects("features")) {
            CardObject feature = new CardObject("card.json: features[" + features.size() + "]", element);
            String name = feature.text("name");
            if (!names.add(name)) {
                throw new ModelRefusedException("card.json: features names '" + name + "' twice");
            }
            if (feature.has("min") && feature.has("max") && !(feature.number("min") < feature.number("max"))) {
                throw new ModelRefusedException(
                        "card.json: feature '" + name + "' has a min that is not below its max");
            }
            features.add(new Feature(name, feature.has("unit") ? feature.text("unit") : ""));
        }
        if (features.isEmpty()) {
            throw new ModelRefusedException("card.json: features is empty");
        }
        return features;
    }
}
