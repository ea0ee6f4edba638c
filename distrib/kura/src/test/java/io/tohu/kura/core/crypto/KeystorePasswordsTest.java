/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeystorePasswordsTest {

    @TempDir
    Path directory;

    private KeystorePasswords passwords() {
        return new KeystorePasswords(
                directory.resolve("store.save"), new AesGcm("0123456789abcdef".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void beforeAnyPasswordIsStoredItIsTheOneKuraComesWith() throws Exception {
        assertThat(passwords().get("/any.ks")).containsExactly("changeit".toCharArray());
    }

    @Test
    void aStoredPasswordSurvivesARestartAndIsNotReadable() throws Exception {
        passwords().set("/my.ks", "hush".toCharArray());

        assertThat(passwords().get("/my.ks")).containsExactly("hush".toCharArray());
        assertThat(Files.readString(directory.resolve("store.save"))).doesNotContain("hush");
    }

    @Test
    void aKeystoreWithoutAStoredPasswordHasNoneOnceOthersHave() throws Exception {
        passwords().set("/my.ks", "hush".toCharArray());

        assertThat(passwords().get("/other.ks")).isNull();
    }
}
