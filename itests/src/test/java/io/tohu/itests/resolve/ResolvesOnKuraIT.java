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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the packages that ship against real gateways. */
class ResolvesOnKuraIT {

    private static final List<ShippedPackage> SHIPPED = ShippedPackage.all();

    static Stream<Arguments> gateways() {
        return Stream.of("5.6", "6.0")
                .flatMap(kura -> Stream.of(Processor.values()).map(processor -> Arguments.of(kura, processor)));
    }

    @ParameterizedTest
    @MethodSource("gateways")
    void everyBundleThatShipsResolvesOnARealGateway(String kura, Processor processor) throws IOException {
        assertThat(ResolveCheck.unresolved(bundlesFor(processor), GatewayModel.of(KuraPackages.table(kura), processor)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noTwoPackagesForAGatewayHoldTheSameBundleSinceTheSecondWouldBeRefused(Processor processor) {
        assertThat(bundlesFor(processor).stream().map(ShippedBundle::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void nativeCodeInAPackageIsForTheProcessorInItsName(Processor processor) throws IOException {
        List<Integer> machines = new ArrayList<>();
        for (ShippedPackage shipped : SHIPPED) {
            if (shipped.file().getFileName().toString().contains(processor.suffix())) {
                for (ShippedBundle bundle : shipped.bundles()) {
                    machines.addAll(elfMachines(bundle));
                }
            }
        }
        assertThat(machines).isNotEmpty().containsOnly(processor.elfMachine());
    }

    private static List<ShippedBundle> bundlesFor(Processor processor) {
        return SHIPPED.stream()
                .filter(p -> p.isFor(processor))
                .flatMap(p -> p.bundles().stream())
                .toList();
    }

    /** {@code e_machine}, two bytes at 18, of every library in the bundle. */
    private static List<Integer> elfMachines(ShippedBundle bundle) throws IOException {
        List<Integer> machines = new ArrayList<>();
        try (ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(bundle.content()))) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (entry.getName().endsWith(".so")) {
                    byte[] header = jar.readNBytes(20);
                    machines.add((header[18] & 0xff) | (header[19] & 0xff) << 8);
                }
            }
        }
        return machines;
    }
}
