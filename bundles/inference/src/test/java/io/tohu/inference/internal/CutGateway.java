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

import io.tohu.inference.LifeCycleException;
import io.tohu.inference.PromotionPolicy;
import io.tohu.inference.SampleWindow;
import io.tohu.inference.Score;
import io.tohu.inference.Scorer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * A gateway in a process of its own, to be killed: it says whether a version works as soon as the registry is there,
 * and then changes versions without end. Like on Kura, the framework's storage is wiped at its start, and the package
 * comes back with whatever was installed last.
 */
public final class CutGateway {

    private static final int VERSIONS = 6;
    private static final String NAME = "machine";

    private CutGateway() {}

    /** @param args {@code first} or {@code again}, and the folder of the gateway's data */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        Files.createDirectories(folder.resolve("packages"));
        if (args[0].equals("first")) {
            for (int version = 0; version < VERSIONS; version++) {
                TestModels.write(
                        file(folder, version), NAME, "1." + version + ".0", TestModels.machine("1." + version + ".0"));
            }
            Files.writeString(folder.resolve("window"), windowText());
            Files.writeString(folder.resolve("installed"), "0");
        }
        LifeCycleSettings settings = new LifeCycleSettings(PromotionPolicy.COMMAND, 10, 95, 0.5, 50, 5, 0, 0);
        ModelCatalog catalog = new ModelCatalog(
                new ModelLoader(OrtRuntime.start(), SessionSettings.DEFAULT, settings),
                Optional.of(new ModelStore(folder.resolve("kept"), TestModels.vault(folder))),
                status -> {});
        SampleWindow window = window(folder);
        double expected =
                Double.parseDouble(Files.readString(folder.resolve("window")).split(";")[0]);
        if (args[0].equals("again")) {
            // Nothing is installed yet: what works now was kept.
            work(catalog, window, expected);
        }
        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .iterator()
                .next()
                .newFramework(Map.of(
                        "org.osgi.framework.storage",
                        folder.resolve("storage").toString(),
                        "org.osgi.framework.storage.clean",
                        "onFirstInit"));
        framework.start();
        new ModelBundles(framework.getBundleContext(), catalog).open();
        int last = Integer.parseInt(Files.readString(folder.resolve("installed")));
        Bundle bundle =
                framework.getBundleContext().installBundle("osgi-dp:machine", Files.newInputStream(file(folder, last)));
        bundle.start();
        String version = work(catalog, window, expected);
        System.out.println("working with " + version);
        churn(folder, catalog, bundle, window, expected);
    }

    private static void churn(Path folder, ModelCatalog catalog, Bundle bundle, SampleWindow window, double expected)
            throws Exception {
        Random random = new Random();
        while (true) {
            int next = random.nextInt(VERSIONS);
            DurableFile.write(
                    folder.resolve("installed"), Integer.toString(next).getBytes(StandardCharsets.US_ASCII));
            bundle.stop();
            bundle.update(Files.newInputStream(file(folder, next)));
            bundle.start();
            try {
                switch (random.nextInt(4)) {
                    case 0 -> catalog.shadow(NAME, "1." + next + ".0");
                    case 1 -> catalog.rollback(NAME);
                    case 2 -> catalog.retire(NAME, "1." + random.nextInt(VERSIONS) + ".0");
                    default -> catalog.promote(NAME, "1." + next + ".0");
                }
            } catch (LifeCycleException e) {
                // A command that does not fit the present state changes nothing; the next one may fit.
                System.err.println(e.getMessage());
            }
            work(catalog, window, expected);
        }
    }

    private static String work(ModelCatalog catalog, SampleWindow window, double expected) throws Exception {
        try (Scorer scorer = catalog.newScorer(NAME)) {
            Score score = scorer.score(window);
            if (Math.abs(score.score() - expected) > 0.01) {
                throw new IllegalStateException(score.model().id() + " gives " + score.score() + ", not " + expected);
            }
            return score.model().version();
        }
    }

    private static Path file(Path folder, int version) {
        return folder.resolve("packages/machine_" + version + ".jar");
    }

    /** The expected score and a window, so that only the first process fits the model. */
    private static String windowText() {
        float[] values = new float[TestModels.SAMPLES * TestModels.CHANNELS.size()];
        double[][] rows = TestModels.healthy(11, TestModels.SAMPLES);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows[i / 3][i % 3];
            text.append(';').append(values[i]);
        }
        SampleWindow window = new SampleWindow(TestModels.CHANNELS, TestModels.SAMPLES, values);
        return TestModels.reference(window) + text.toString();
    }

    private static SampleWindow window(Path folder) throws IOException {
        String[] parts = Files.readString(folder.resolve("window")).split(";");
        float[] values = new float[parts.length - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.parseFloat(parts[i + 1]);
        }
        return new SampleWindow(TestModels.CHANNELS, TestModels.SAMPLES, values);
    }
}
