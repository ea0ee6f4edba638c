/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.kura.api.SharedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KuraTableTest {

    @ParameterizedTest
    @ValueSource(strings = {"5.6", "6.0"})
    void theTableSaysWhatAGatewayReallyExported(String kura) throws IOException {
        Optional<Path> recorded = SharedFolder.find("kura/exported-packages-" + kura + ".txt");
        Assumptions.assumeTrue(recorded.isPresent());

        assertThat(KuraPackages.recorded(kura, recorded.get()).versions())
                .containsAllEntriesOf(KuraPackages.table(kura).versions());
    }
}
