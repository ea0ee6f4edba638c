/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.configuration;

import static io.tohu.kura.testing.Requests.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tohu.kura.testing.Fakes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.system.SystemService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloudConfigurationRequestsTest {

    private static final String HEAD = "200 <?xml version='1.0' encoding='UTF-8'?><esf:configurations "
            + "xmlns:esf='http://eurotech.com/esf/2.0' xmlns:ocd='http://www.osgi.org/xmlns/metatype/v1.2.0'>\n";
    private static final String ONE =
            """
                <esf:configuration pid='x.Part'>
                    <ocd:OCD description='A part' id='x.Part' name='Part'>
                        <ocd:AD cardinality='0' default='5' id='limit' required='true' type='Integer'>
                            <ocd:Option label='L' value='5'/>
                        </ocd:AD>
                    </ocd:OCD>
                    <esf:properties>
                        <esf:property array='false' encrypted='false' name='limit' type='Integer'>
                            <esf:value>5</esf:value>
                        </esf:property>
                    </esf:properties>
                </esf:configuration>
            </esf:configurations>
            """;

    private CloudConfigurationRequests conf;

    @BeforeEach
    void start() throws Exception {
        MetatypeFile file = MetatypeFileTest.read(
                        "x.Part", "pid", "<AD id='limit' type='Integer' default='5'><Option label='L' value='5'/></AD>")
                .orElseThrow();
        conf = new CloudConfigurationRequests(
                Fakes.of(
                        ConfigurationService.class,
                        Map.of(
                                "getComponentConfiguration",
                                StoredConfiguration.of("x.Part", file.definition(), Map.of("limit", 5)),
                                "getConfigurableComponentPids",
                                Set.of("x.Part", "hidden"),
                                "getSnapshots",
                                Set.of(12L, 3L),
                                "getSnapshot",
                                List.of())),
                Fakes.of(SystemService.class, Map.of("getDeviceManagementServiceIgnore", List.of("hidden"))),
                new ReadableCrypto());
    }

    @Test
    void configurationsComeWithTheirFormsButThoseThatTheGatewayHides() throws Exception {
        assertThat(ask(conf, "GET/configurations", null)).isEqualTo(HEAD + ONE);
        assertThat(ask(conf, "GET/configurations/x.Part", null)).isEqualTo(HEAD + ONE);
    }

    @Test
    void snapshotsAreListedAndRead() throws Exception {
        assertThat(ask(conf, "GET/snapshots", null))
                .contains("<esf:snapshotIds>3</esf:snapshotIds>\n    <esf:snapshotIds>12</esf:snapshotIds>");
        assertThat(ask(conf, "GET/snapshots/3", null)).isEqualTo(HEAD.substring(0, HEAD.length() - 2) + "/>\n");
    }

    @Test
    void anythingElseIsRefused() {
        assertThatExceptionOfType(KuraException.class).isThrownBy(() -> ask(conf, "GET/nothing", null));
        assertThatExceptionOfType(KuraException.class).isThrownBy(() -> ask(conf, "GET/snapshots/1/2", null));
    }
}
