/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.DiscoveryClient;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantSecurityTest {

    @TempDir
    private Path folder;

    @Test
    void everyCurrentPolicyIsOfferedSignedAndEncryptedBesideNone() throws Exception {
        try (Plant plant = new Plant(PlantOptions.pump(1))) {
            assertThat(endpoints(plant))
                    .extracting(EndpointDescription::getSecurityMode)
                    .containsOnlyOnce(MessageSecurityMode.None)
                    .filteredOn(MessageSecurityMode.SignAndEncrypt::equals)
                    .hasSize(3);
        }
    }

    @Test
    void aPlantThatKeepsItsKeyIsTheSameAfterARestart() throws Exception {
        Path keys = folder.resolve("sub/plant.p12");

        assertThat(certificate(Optional.of(keys))).isEqualTo(certificate(Optional.of(keys)));
        assertThat(certificate(Optional.empty())).isNotEqualTo(certificate(Optional.empty()));
    }

    @Test
    void aFileThatHoldsNoKeyIsNamed() throws Exception {
        Path keys = Files.writeString(folder.resolve("plant.p12"), "nothing");

        assertThatThrownBy(() -> certificate(Optional.of(keys)))
                .isInstanceOf(PlantException.class)
                .hasMessageContaining("plant.p12");
    }

    private static byte[] certificate(Optional<Path> keys) throws Exception {
        PlantOptions options =
                new PlantOptions("127.0.0.1", 0, 0, 0, keys, 1, Duration.ofMillis(20), false, Optional.empty());
        try (Plant plant = new Plant(options)) {
            return endpoints(plant).get(0).getServerCertificate().bytes();
        }
    }

    private static List<EndpointDescription> endpoints(Plant plant) throws Exception {
        return DiscoveryClient.getEndpoints("opc.tcp://127.0.0.1:" + plant.opcuaPort() + "/plant")
                .get();
    }
}
