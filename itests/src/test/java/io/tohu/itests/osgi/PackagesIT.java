/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tohu.cli.cloud.CloudMessage;
import io.tohu.cli.cloud.CloudSubscriber;
import io.tohu.cli.cloud.CloudView;
import io.tohu.cli.process.Layout;
import io.tohu.packaging.NextVersion;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.deploymentadmin.DeploymentAdmin;
import org.osgi.service.deploymentadmin.DeploymentException;

/**
 * Packages installed and upgraded by DeploymentAdmin in a running gateway, with broker and plant beside it.
 *
 * <p>What happens inside is seen from outside only: the test holds no class of a bundle that it upgrades, or it would be
 * refreshed with it.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class PackagesIT {

    private static final long DEADLINE_MILLIS = 60_000;
    private static final String NEXT = "9.0.0";
    private static final int FRESH_RESULTS = 4;

    @Inject
    private BundleContext context;

    @Inject
    private DeploymentAdmin deployment;

    private final CloudView cloud = new CloudView(message -> {});
    private CloudSubscriber subscriber;

    @Configuration
    public Option[] gateway() throws Exception {
        TestGateway gateway = new TestGateway();
        Layout layout = gateway.layout();
        Surroundings surroundings = Surroundings.start(layout, gateway.folder());
        NextVersion next = new NextVersion(gateway.folder(), NEXT);
        return gateway.withSnapshot(surroundings.snapshot())
                .withBundle(surroundings.cloudBundle())
                .withProperty(
                        "itest.broker",
                        "tcp://127.0.0.1:" + surroundings.ports().mqtt())
                .withProperty("itest.onnxruntime", layout.onnxRuntime())
                .withProperty("itest.field", layout.feature("field"))
                .withProperty("itest.ai", layout.feature("ai"))
                .withProperty("itest.model-pump", layout.feature("model-pump"))
                .withProperty("itest.next.ai", next.of(layout.feature("ai")))
                .withProperty("itest.next.model-pump", next.ofModel(layout.feature("model-pump")))
                .options();
    }

    /** In an order in which nothing has what it needs: a gateway replays its packages in any. */
    @Before
    public void installPackages() throws Exception {
        subscriber = new CloudSubscriber(System.getProperty("itest.broker"), "tohu", cloud);
        if (deployment.getDeploymentPackage("tohu-ai") == null) {
            for (String name : List.of("ai", "model-pump", "field", "onnxruntime")) {
                install(name);
            }
        }
        assertResultsArrive();
    }

    @After
    public void unsubscribe() throws Exception {
        subscriber.close();
    }

    @Test
    public void packagesThatArriveBeforeWhatTheyNeedStartWhenItArrives() {
        assertThat(Arrays.stream(context.getBundles())
                        .filter(b -> b.getLocation().startsWith("osgi-dp:"))
                        .filter(b -> b.getState() != Bundle.ACTIVE))
                .isEmpty();
    }

    @Test
    public void anUpgradeOfTheAiPackageUnderLoadNeedsNobodyAndLoadsTheNativeLibraryOnce() throws Exception {
        install("next.ai");

        assertResultsArrive();
        assertThat(installed("io.tohu.wires").getVersion()).hasToString(NEXT);
        assertThat(mappedOnnxRuntimes()).hasSize(1);
    }

    @Test
    public void anUpgradeOfTheModelUnderLoadIsScoredByTheNewVersion() throws Exception {
        install("next.model-pump");

        assertThat(cloud.await(
                        c -> c.last("/results")
                                .map(m -> m.text("model.version"))
                                .filter(NEXT::equals)
                                .isPresent(),
                        DEADLINE_MILLIS))
                .as("results of the new model; the last one is %s", cloud.last("/results"))
                .isTrue();
        assertThat(mappedOnnxRuntimes()).hasSize(1);
    }

    @Test
    public void aTornPackageIsRefusedAndThePipelineRunsOn() throws Exception {
        byte[] whole = Files.readAllBytes(Path.of(System.getProperty("itest.next.ai")));
        byte[] torn = Arrays.copyOf(whole, whole.length / 2);

        assertThatExceptionOfType(DeploymentException.class)
                .isThrownBy(() -> deployment.installDeploymentPackage(new ByteArrayInputStream(torn)));
        assertResultsArrive();
    }

    @Test
    public void anyBundleCanBeReplacedWhileDataFlows() throws Exception {
        FrameworkWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        for (String name : List.of("ai", "model-pump", "field")) {
            try (InputStream in = Files.newInputStream(Path.of(System.getProperty("itest." + name)));
                    ZipInputStream zip = new ZipInputStream(in)) {
                for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                    if (e.getName().endsWith(".jar")) {
                        Bundle bundle =
                                installed(e.getName().substring(0, e.getName().indexOf('_')));
                        bundle.update(new ByteArrayInputStream(zip.readAllBytes()));
                        wiring.refreshBundles(List.of(bundle));
                        assertResultsArrive();
                    }
                }
            }
        }
        assertThat(mappedOnnxRuntimes()).hasSize(1);
    }

    private void install(String name) throws Exception {
        try (InputStream in = Files.newInputStream(Path.of(System.getProperty("itest." + name)))) {
            deployment.installDeploymentPackage(in);
        }
    }

    private void assertResultsArrive() throws InterruptedException {
        int before = cloud.count("/results");
        assertThat(cloud.await(c -> c.count("/results") >= before + FRESH_RESULTS, DEADLINE_MILLIS))
                .as("fresh results; the last one is %s", cloud.last("/results").map(CloudMessage::metrics))
                .isTrue();
    }

    private Bundle installed(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(b -> b.getSymbolicName().equals(symbolicName))
                .findFirst()
                .orElseThrow(() -> new AssertionError(symbolicName + " is not installed"));
    }

    /** The copies of ONNX Runtime's library that this JVM has mapped. */
    private static Set<String> mappedOnnxRuntimes() throws Exception {
        return Files.readAllLines(Path.of("/proc/self/maps")).stream()
                .filter(line -> line.contains("/libonnxruntime.so"))
                .map(line -> line.substring(line.indexOf('/')))
                .collect(Collectors.toSet());
    }
}
