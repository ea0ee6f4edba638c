/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.bench.peer.FreePorts;
import io.tohu.cli.accept.Inventory;
import io.tohu.cli.accept.Inventory.BundleState;
import io.tohu.cli.cloud.KuraAddress;
import io.tohu.cli.cloud.KuraRemote;
import io.tohu.cli.cloud.NoReplyException;
import io.tohu.cli.demo.DemoSnapshot;
import io.tohu.cli.process.Layout;
import io.tohu.cli.process.Rig;
import io.tohu.packaging.PackageSigner;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that was told whom to trust before it was delivered, through its replays in random order. */
class EnforcementIT {

    private static final Layout LAYOUT = Layout.ofThisCheckout();
    private static final String PASSWORD = "changeit";
    private static final String CLIENT = "demo-gateway";
    private static final long DEADLINE_SECONDS = 60;

    @TempDir
    private Path folder;

    @Test
    void whatNobodySignedNeverRunsThoughKuraReplaysItAtEveryBoot() throws Exception {
        SignedPackages packages = SignedPackages.write(folder);
        Path trust = signed("trust", packages);
        Path updates = signed("updates", packages);
        Map<String, String> expected = Map.of(
                "io.tohu.trust", "ACTIVE",
                "io.tohu.updates", "ACTIVE",
                "test.signed", "ACTIVE",
                "test.unsigned", "INSTALLED");
        try (Rig rig = new Rig(LAYOUT, FreePorts.rig(), folder)) {
            rig.startBroker();
            Path snapshot = withTrust(DemoSnapshot.forPorts(LAYOUT, rig.ports(), folder), keystore(packages));

            rig.startGateway("5.6", snapshot, List.of(trust, updates, packages.signed(), packages.unsigned()));
            assertThat(await(rig, expected)).as("after the first start").isEqualTo(expected);

            rig.restartGateway();
            assertThat(await(rig, expected)).as("after a restart").isEqualTo(expected);
        }
    }

    private Path signed(String feature, SignedPackages packages) throws Exception {
        Path dp = LAYOUT.feature(feature);
        Path out = folder.resolve(dp.getFileName());
        PackageSigner.sign(dp, out, packages.key());
        return out;
    }

    private Path keystore(SignedPackages packages) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("maker", packages.key().chain().get(0));
        Path file = folder.resolve("trust.ks");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private static Path withTrust(Path snapshot, Path keystore) throws Exception {
        String added = configuration(
                        "TohuTrust",
                        property("kura.service.pid", "String", "TohuTrust"),
                        property(
                                "service.factoryPid",
                                "String",
                                "org.eclipse.kura.core.keystore.FilesystemKeystoreServiceImpl"),
                        property("keystore.path", "String", keystore.toString()),
                        property("keystore.password", "Password", PASSWORD))
                + configuration(
                        "io.tohu.updates.Enforcement",
                        property("enforced", "Boolean", "true"),
                        property("wait.seconds", "Integer", "5"));
        String xml = Files.readString(snapshot);
        int end = xml.lastIndexOf("</esf:configurations>");
        return Files.writeString(snapshot, xml.substring(0, end) + added + xml.substring(end));
    }

    private static String configuration(String pid, String... properties) {
        return "<esf:configuration pid=\"" + pid + "\"><esf:properties>" + String.join("", properties)
                + "</esf:properties></esf:configuration>";
    }

    private static String property(String name, String type, String value) {
        return "<esf:property array=\"false\" encrypted=\"false\" name=\"" + name + "\" type=\"" + type
                + "\"><esf:value>" + value + "</esf:value></esf:property>";
    }

    /** The states of the bundles that are expected, as they are when they fit or at the deadline. */
    private static Map<String, String> await(Rig rig, Map<String, String> expected) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        Map<String, String> seen = Map.of();
        try (KuraRemote remote = new KuraRemote(
                KuraAddress.open("tcp://127.0.0.1:" + rig.ports().mqtt(), Rig.ACCOUNT, CLIENT), message -> {})) {
            while (!seen.equals(expected) && System.nanoTime() < end) {
                seen = states(new Inventory(remote), expected.keySet());
            }
        }
        return seen;
    }

    private static Map<String, String> states(Inventory inventory, Set<String> names) throws Exception {
        Map<String, String> states = new TreeMap<>();
        try {
            Map<String, BundleState> bundles = inventory.bundles();
            for (String name : names) {
                BundleState state = bundles.get(name);
                states.put(name, state == null ? "missing" : state.state());
            }
        } catch (NoReplyException e) {
            // A gateway that has just started is not connected yet.
            states.put("the gateway", e.getMessage());
        }
        return states;
    }
}
