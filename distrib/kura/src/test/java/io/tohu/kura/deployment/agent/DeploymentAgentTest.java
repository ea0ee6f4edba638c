/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.deployment.agent;

import static io.tohu.kura.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.kura.testing.TextDeploymentAdmin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

class DeploymentAgentTest {

    private static final int PACKAGES = 8;

    @TempDir
    Path packages;

    private List<Event> boot() throws IOException, InterruptedException {
        List<Event> events = new CopyOnWriteArrayList<>();
        EventAdmin admin = new EventAdmin() {
            @Override
            public void postEvent(Event event) {
                events.add(event);
            }

            @Override
            public void sendEvent(Event event) {
                throw new AssertionError("not asked");
            }
        };
        InstalledPackages installed = new InstalledPackages(packages.resolve("dpa.properties"));
        DeploymentAgent agent =
                new DeploymentAgent(new PackageInstaller(new TextDeploymentAdmin(), installed, packages), admin);
        eventually("everything was tried", () -> events.size() == PACKAGES);
        agent.deactivate();
        return events;
    }

    private void fill() throws IOException {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < PACKAGES; i++) {
            Path file = Files.writeString(packages.resolve("p" + i + "_1.0.0.dp"), "p" + i + " 1.0.0");
            list.append("p").append(i).append("=file:").append(file).append('\n');
        }
        Files.writeString(packages.resolve("dpa.properties"), list);
    }

    @Test
    void theBootReplaysItsPackagesInAnOrderThatNobodyCanRelyOn() throws Exception {
        fill();
        Set<List<?>> orders = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            orders.add(boot().stream()
                    .map(event -> event.getProperty("deploymentpackage.name"))
                    .toList());
        }

        // By chance the same four times: once in 40320 to the third.
        assertThat(orders).hasSizeGreaterThan(1);
    }

    @Test
    void theAgentPostsAnEventForEachPackageAlsoForOneThatFails() throws Exception {
        fill();
        Files.writeString(packages.resolve("p3_1.0.0.dp"), "torn");

        List<Event> events = boot();

        assertThat(events).allSatisfy(event -> assertThat(event.getTopic())
                .isEqualTo("org/eclipse/kura/deployment/agent/INSTALLED"));
        assertThat(events)
                .filteredOn(event -> Boolean.FALSE.equals(event.getProperty("successful")))
                .singleElement()
                .satisfies(failed -> {
                    assertThat(failed.getProperty("deploymentpackage.name")).isEqualTo("UNKNOWN");
                    assertThat((String) failed.getProperty("deploymentpackage.url"))
                            .endsWith("p3_1.0.0.dp");
                    assertThat(failed.getProperty("exception")).isInstanceOf(Exception.class);
                });
        assertThat(events)
                .filteredOn(event -> "p1".equals(event.getProperty("deploymentpackage.name")))
                .singleElement()
                .satisfies(done -> assertThat(done.getProperty("deploymentpackage.version"))
                        .isEqualTo("1.0.0"));
    }
}
