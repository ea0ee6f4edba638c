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

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.inference.ModelStatus;
import io.tohu.inference.ModelStatus.State;
import io.tohu.inference.SampleWindow;
import io.tohu.inference.Scorer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Model bundles that somebody or something has changed, in a real framework beside a model that works. */
class MutatedBundlesTest {

    private static final int MUTANTS = Boolean.getBoolean("tohu.full") ? 1000 : 200;
    private static final long SEED = 42;
    private static final long HEAP_SLACK = 8 << 20;

    @TempDir
    Path folder;

    private final ModelCatalog catalog = new ModelCatalog(TestModels.loader());
    private final Random random = new Random(SEED);
    private Framework framework;
    private ModelBundles bundles;
    private byte[] good;
    private LoadedModel active;

    @BeforeEach
    void start() throws Exception {
        framework = ServiceLoader.load(FrameworkFactory.class)
                .iterator()
                .next()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", folder.resolve("storage").toString()));
        framework.start();
        bundles = new ModelBundles(framework.getBundleContext(), catalog);
        bundles.open();
        install("first", bundle("1.0.0", TestModels.machine("1.0.0"))).start();
        active = catalog.active("machine");
        good = bundle("2.0.0", TestModels.machine("2.0.0"));
    }

    @AfterEach
    void stop() throws Exception {
        bundles.close();
        catalog.close();
        framework.stop();
        framework.waitForStop(TimeUnit.SECONDS.toMillis(10));
    }

    private byte[] bundle(String version, ModelFiles files) throws Exception {
        Path jar = folder.resolve("mutant.jar");
        TestModels.write(jar, "machine", version, files);
        return Files.readAllBytes(jar);
    }

    private Bundle install(String location, byte[] jar) throws BundleException {
        return framework.getBundleContext().installBundle(location, new ByteArrayInputStream(jar));
    }

    /** Installs a mutant and tells whether it was kept from working, and by whom. */
    private String fate(byte[] jar) throws Exception {
        Bundle bundle;
        try {
            bundle = install("mutant", jar);
        } catch (BundleException | RuntimeException e) {
            return "not installed";
        }
        try {
            bundle.start();
        } catch (BundleException e) {
            return "not started";
        } finally {
            List<ModelStatus> refused = catalog.models().stream()
                    .filter(status -> status.state() == State.REFUSED)
                    .toList();
            if (catalog.active("machine") == active) {
                bundle.uninstall();
            }
            if (!refused.isEmpty()) {
                assertThat(refused.get(0).reason()).isNotBlank().hasSizeLessThan(600);
            }
        }
        return "started";
    }

    private byte[] randomMutant() {
        byte[] mutant = good.clone();
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(mutant, random.nextInt(mutant.length));
        }
        for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
            mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return mutant;
    }

    @Test
    void whateverHappensToABundleTheActiveModelGoesOnAndTheHeapIsAsBefore() throws Exception {
        for (int i = 0; i < MUTANTS / 10; i++) {
            fate(randomMutant());
        }
        long before = usedHeap();
        int harmless = 0;
        for (int i = 0; i < MUTANTS; i++) {
            fate(randomMutant());
            if (catalog.active("machine") != active) {
                // The change was in a part that nobody reads, such as a time in the zip's directory.
                assertThat(catalog.active("machine").version()).isEqualTo("2.0.0");
                harmless++;
                framework.getBundleContext().getBundle("mutant").uninstall();
                active = catalog.active("machine");
                assertThat(active.version()).isEqualTo("1.0.0");
            }
            score();
        }

        assertThat(harmless).as("mutants that were none").isLessThan(MUTANTS / 4);
        assertThat(catalog.models()).extracting(ModelStatus::state).containsExactly(State.ACTIVE);
        assertThat(usedHeap() - before).as("bytes that stay behind").isLessThan(HEAP_SLACK);
    }

    @Test
    void wellMadeBundlesWithAnotherContentAreRefusedWithAReason() throws Exception {
        ModelFiles files = TestModels.machine("2.0.0");
        assertRefused(
                "model.onnx has the SHA-256",
                withEntry("model/model.onnx", TestModels.machine("1.0.0").card()));
        assertRefused(
                "card.json speaks of machine 1.0.0",
                withEntry("model/card.json", TestModels.machine("1.0.0").card()));
        assertRefused("golden.json: samples is empty", withEntry("model/golden.json", text("{\"samples\": []}")));
        assertRefused("is larger than 16 MiB", withEntry("model/golden.json", new byte[64 << 20]));
        assertRefused("the bundle has no model/card.json", withEntry("model/card.json", null));
        assertRefused("reads values from other files", withGraph(files, TestGraphs.reading("../../../etc/passwd")));
        assertRefused("ONNX Runtime cannot run model.onnx", withGraph(files, TestGraphs.cyclic()));
        assertRefused("has more than 100000 nodes", withGraph(files, TestGraphs.huge(100_001)));
        assertRefused("nests graphs deeper", withGraph(files, TestGraphs.deep(60)));
        assertRefused("card.json names the input 'window' as the only one", withGraph(files, TestGraphs.quantized()));
    }

    @Test
    void anEntryThatPointsOutOfTheBundleIsNeverWritten() throws Exception {
        byte[] jar = withEntry("../../../escaped", text("x"));

        assertThat(fate(jar)).isIn("started", "not installed");

        try (var files = Files.walk(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).doesNotContain("escaped");
        }
    }

    private void assertRefused(String reason, byte[] jar) throws Exception {
        Bundle bundle = install("mutant", jar);
        bundle.start();
        assertThat(catalog.models())
                .filteredOn(status -> status.state() == State.REFUSED)
                .singleElement()
                .extracting(ModelStatus::reason)
                .asString()
                .contains(reason);
        assertThat(catalog.active("machine")).isSameAs(active);
        score();
        bundle.uninstall();
    }

    private void score() throws Exception {
        try (Scorer scorer = catalog.newScorer("machine")) {
            scorer.score(new SampleWindow(TestModels.CHANNELS, TestModels.SAMPLES, new float[15]));
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The good bundle's card and golden samples round another graph, with the right hash. */
    private byte[] withGraph(ModelFiles files, byte[] graph) throws Exception {
        String hash = ModelFiles.bare(graph).modelHash();
        byte[] card = TestModels.replaced(files.card(), files.modelHash(), hash);
        return bundle("2.0.0", new ModelFiles(graph, card, files.golden()));
    }

    /** The good bundle with one entry replaced, added or (null) left out. */
    private byte[] withEntry(String name, byte[] content) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(good));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(name)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(out);
                }
            }
            if (content != null) {
                out.putNextEntry(new ZipEntry(name));
                out.write(content);
            }
        }
        return bytes.toByteArray();
    }

    private static long usedHeap() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            used = Math.min(
                    used,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return used;
    }
}
