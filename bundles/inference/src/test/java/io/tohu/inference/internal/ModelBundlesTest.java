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

import io.tohu.packaging.ModelBundleWriter;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** The life of model bundles in a real framework. */
class ModelBundlesTest {

    @TempDir
    Path folder;

    private final ModelCatalog catalog = new ModelCatalog(TestModels.loader());
    private Framework framework;
    private ModelBundles bundles;

    @BeforeEach
    void start() throws Exception {
        framework = ServiceLoader.load(FrameworkFactory.class)
                .iterator()
                .next()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", folder.resolve("storage").toString()));
        framework.start();
        bundles = new ModelBundles(framework.getBundleContext(), catalog);
    }

    @AfterEach
    void stop() throws Exception {
        bundles.close();
        catalog.close();
        framework.stop();
        framework.waitForStop(TimeUnit.SECONDS.toMillis(10));
    }

    private Path file(String version, ModelFiles files) throws Exception {
        Path file = folder.resolve("model-" + version + ".jar");
        ModelBundleWriter.write(
                file,
                "test.model",
                version,
                "machine",
                version,
                Map.of("model.onnx", files.model(), "card.json", files.card(), "golden.json", files.golden()));
        return file;
    }

    private Path file(String version) throws Exception {
        return file(version, TestModels.machine(version));
    }

    private Bundle install(Path file) throws Exception {
        return framework.getBundleContext().installBundle(file.toUri().toString());
    }

    private static void update(Bundle bundle, Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            bundle.update(in);
        }
    }

    private List<String> states() {
        return catalog.models().stream()
                .map(status -> status.version() + " " + status.state())
                .toList();
    }

    @Test
    void aModelBundleIsTakenUpWhenItStartsWhetherItWasThereBeforeOrNot() throws Exception {
        Bundle before = install(file("1.0.0"));
        before.start();
        bundles.open();
        assertThat(states()).containsExactly("1.0.0 ACTIVE");

        Path second = folder.resolve("second.jar");
        ModelFiles files = TestModels.machine("1.1.0");
        ModelBundleWriter.write(
                second,
                "test.second",
                "1.1.0",
                "machine",
                "1.1.0",
                Map.of("model.onnx", files.model(), "card.json", files.card(), "golden.json", files.golden()));
        Bundle later = install(second);
        assertThat(states()).as("not before it is started").containsExactly("1.0.0 ACTIVE");
        later.start();

        assertThat(states()).containsExactly("1.0.0 PREVIOUS", "1.1.0 ACTIVE");
    }

    @Test
    void anUpgradeOfThePackageNeverLeavesTheLineWithoutAModel() throws Exception {
        bundles.open();
        Bundle bundle = install(file("1.0.0"));
        bundle.start();

        bundle.stop();
        assertThat(states()).as("stopped").containsExactly("1.0.0 ACTIVE");
        update(bundle, file("2.0.0"));
        assertThat(states()).as("updated, not yet started").containsExactly("1.0.0 ACTIVE");
        bundle.start();
        assertThat(states()).as("started").containsExactly("1.0.0 PREVIOUS", "2.0.0 ACTIVE");

        bundle.uninstall();
        assertThat(states()).as("uninstalled").isEmpty();
    }

    @Test
    void anUpdateThatIsRefusedLeavesTheFormerModelAtWork() throws Exception {
        bundles.open();
        Bundle bundle = install(file("1.0.0"));
        bundle.start();
        ModelFiles other = TestModels.machine("2.0.0");

        update(bundle, file("2.0.0", new ModelFiles(new byte[] {1}, other.card(), other.golden())));

        assertThat(states()).containsExactly("1.0.0 ACTIVE", "2.0.0 REFUSED");
    }

    @Test
    void anUpdateThatTakesTheModelOutOfTheBundleWithdrawsIt() throws Exception {
        bundles.open();
        Bundle bundle = install(file("1.0.0"));
        bundle.start();
        Path empty = folder.resolve("empty.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(empty), manifest())) {
            jar.finish();
        }

        update(bundle, empty);

        assertThat(states()).isEmpty();
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "test.model");
        manifest.getMainAttributes().putValue("Bundle-Version", "2.0.0");
        return manifest;
    }
}
