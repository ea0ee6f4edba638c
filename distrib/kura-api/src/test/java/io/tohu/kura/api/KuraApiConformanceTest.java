/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds what this module declares against the list of Kura's real API. */
class KuraApiConformanceTest {

    private static final List<DeclaredType> DECLARED = DeclaredTypes.all();

    /** Services of Kura's own that no bundle implements: what nobody calls need not be declared. */
    private static final Set<String> IMPLEMENTED_BY_KURA_ONLY = Set.of(
            "org.eclipse.kura.asset.Asset",
            "org.eclipse.kura.cloudconnection.CloudConnectionManager",
            "org.eclipse.kura.cloudconnection.publisher.CloudPublisher",
            "org.eclipse.kura.configuration.ConfigurationService",
            "org.eclipse.kura.data.DataService",
            "org.eclipse.kura.security.keystore.KeystoreService",
            "org.eclipse.kura.system.SystemService",
            "org.eclipse.kura.wire.WireHelperService");

    private static ApiLines real;

    @BeforeAll
    static void readTheRealApi() throws IOException {
        Optional<Path> api = SharedFolder.find("kura/api-5.6.txt");
        Assumptions.assumeTrue(api.isPresent());
        real = ApiLines.read(api.get(), api.get().resolveSibling("type-roles-5.6.txt"));
    }

    @Test
    void aCallCompiledHereNeverMeetsAMissingMemberOnAGateway() throws IllegalAccessException {
        Set<String> notInKura = new TreeSet<>();
        for (DeclaredType declared : DECLARED) {
            notInKura.addAll(declared.lines());
            notInKura.removeAll(linesOf(declared));
        }
        assertThat(notInKura).as("declared here, but not so in Kura").isEmpty();
    }

    @Test
    void anImplementationCompiledHereHasEveryMethodThatKuraCalls() throws IllegalAccessException {
        Set<String> leftOut = new TreeSet<>();
        for (DeclaredType declared : DECLARED) {
            if (declared.type().isInterface()
                    && !IMPLEMENTED_BY_KURA_ONLY.contains(declared.type().getName())) {
                leftOut.addAll(linesOf(declared));
                leftOut.removeAll(declared.lines());
            }
        }
        leftOut.removeIf(line -> !line.contains("[public abstract]") && !line.contains("[public default]"));
        assertThat(leftOut).as("members of interfaces that are not declared").isEmpty();
    }

    @Test
    void everyTypeHasKurasRoleSoThatImportRangesMatchAGateway() throws IOException {
        Set<String> wrong = new TreeSet<>();
        for (DeclaredType declared : DECLARED) {
            String name = declared.type().getName();
            if (!Objects.equals(declared.role(), real.roles().get(name))) {
                wrong.add(name + " is " + declared.role() + ", in Kura "
                        + real.roles().get(name));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPackageHasKurasVersionSoThatImportRangesMatchAGateway() throws IOException {
        Map<String, String> declared = DeclaredTypes.packages();
        assertThat(declared).isNotEmpty();
        assertThat(real.packages()).containsAllEntriesOf(declared);
    }

    private Set<String> linesOf(DeclaredType declared) {
        return real.linesByType().getOrDefault(declared.type().getName(), Set.of());
    }
}
