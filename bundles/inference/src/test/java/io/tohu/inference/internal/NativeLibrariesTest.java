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

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NativeLibrariesTest {

    private static final String MOUNTS = String.join(
            "\n",
            "overlay / overlay rw,relatime 0 0",
            "tmpfs /tmp tmpfs rw,nosuid,noexec 0 0",
            "tmpfs /tmp/open tmpfs rw 0 0",
            "/dev/sda1 /with\\040space ext4 rw,noexec 0 0");

    @Test
    void theNearestMountDecides() {
        assertThat(NativeLibraries.isNoexec(MOUNTS, Path.of("/tmp/.kura/configuration")))
                .isTrue();
        assertThat(NativeLibraries.isNoexec(MOUNTS, Path.of("/tmp/open/x"))).isFalse();
        assertThat(NativeLibraries.isNoexec(MOUNTS, Path.of("/opt/eclipse/kura")))
                .isFalse();
        assertThat(NativeLibraries.isNoexec(MOUNTS, Path.of("/tmpfiles/x"))).isFalse();
        assertThat(NativeLibraries.isNoexec(MOUNTS, Path.of("/with space/x"))).isTrue();
    }

    @Test
    void aLaterMountOnTheSamePointHidesTheEarlierOne() {
        String mounts = MOUNTS + "\ntmpfs /tmp tmpfs rw 0 0";

        assertThat(NativeLibraries.isNoexec(mounts, Path.of("/tmp/x"))).isFalse();
    }
}
