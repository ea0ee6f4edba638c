/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KuraAddressTest {

    @Test
    void aBrokerMayBeNamedAsAGatewaysOwnSettingsNameIt() {
        assertThat(KuraAddress.open("mqtt://host:1883/", "a", "c").broker()).isEqualTo("tcp://host:1883");
        assertThat(KuraAddress.open("mqtts://host:8883", "a", "c").broker()).isEqualTo("ssl://host:8883");
        assertThat(KuraAddress.open("tcp://host:1883", "a", "c").broker()).isEqualTo("tcp://host:1883");
    }
}
