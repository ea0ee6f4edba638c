/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PkiFolderTest {

    @TempDir
    private Path root;

    @Test
    void theClientStaysTheSameAfterARestart() throws Exception {
        ClientIdentity first = pki().identity();
        ClientIdentity second = pki().identity();
        assertThat(second.certificate()).isEqualTo(first.certificate());
        assertThat(second.keyPair().getPrivate()).isEqualTo(first.keyPair().getPrivate());
        assertThat(Path.of(first.place())).hasBinaryContent(first.certificate().getEncoded());
    }

    @Test
    void theCertificateNamesTheApplicationUriOfTheSession() throws Exception {
        ClientIdentity identity = pki().identity();
        assertThat(identity.applicationUri()).startsWith("urn:").endsWith(":tohu:opcua:line+1");
        assertThat(identity.certificate().getSubjectAlternativeNames())
                .anySatisfy(name -> assertThat(name.get(1)).isEqualTo(identity.applicationUri()));
    }

    @Test
    void theKeyIsForThisUserOnlyAndItsPasswordIsSealed() throws Exception {
        Path folder = Path.of(pki().identity().place()).getParent();
        for (String file : List.of("client.p12", "client.key")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(Files.readString(folder.resolve("client.key"))).startsWith("sealed:");
    }

    @Test
    void aTornKeyFileIsSaidWithItsNameAndWhatToDo() throws Exception {
        Path folder = Path.of(pki().identity().place()).getParent();
        Files.write(folder.resolve("client.p12"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> pki().identity())
                .isInstanceOf(PkiException.class)
                .hasMessageContaining("client.p12")
                .hasMessageContaining("delete it");
    }

    @Test
    void ofManyRefusedCertificatesOnlySomeAreKept() throws Exception {
        PkiFolder pki = pki();
        for (int i = 0; i < 40; i++) {
            Files.createDirectories(root.resolve("line+1/rejected"));
            Files.writeString(root.resolve("line+1/rejected/" + i + ".der"), "old");
        }
        pki.reject(pki.identity().certificate());
        try (Stream<Path> kept = Files.list(root.resolve("line+1/rejected"))) {
            assertThat(kept).hasSize(32);
        }
    }

    @Test
    void fingerprintsAreReadInEveryFormThatToolsShow() throws Exception {
        String fingerprint = Fingerprint.of(pki().identity().certificate());
        String plain = fingerprint.replace(":", "").toLowerCase(Locale.ROOT);
        List<String> wrong = new ArrayList<>();
        assertThat(Fingerprint.parse(" " + fingerprint + ",\n" + plain + " ; 12:34 ", wrong::add))
                .isEqualTo(Set.of(fingerprint));
        assertThat(wrong).containsExactly("12:34");
    }

    private PkiFolder pki() {
        return new PkiFolder(root, "line 1", new Sealer() {
            @Override
            public char[] seal(char[] secret) {
                return ("sealed:" + new String(secret)).toCharArray();
            }

            @Override
            public char[] open(char[] sealed) {
                return new String(sealed).replace("sealed:", "").toCharArray();
            }
        });
    }
}
