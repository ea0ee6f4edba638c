/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.trust.Verdict;
import io.tohu.trust.internal.TestPki.Party;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives built to confuse; unsigned content is allowed, so nothing but the archive itself is a reason to refuse. */
class HostileArchiveTest {

    private static final Party SIGNER = TestPki.signer(TestPki.root("Root"), "Signer");

    private final Origins verifier = new Gateway().unsignedAllowed().verifier();

    @TempDir
    private Path folder;

    private String refusal(Path jar) {
        Verdict verdict = verifier.verifyJar(jar);
        assertThat(verdict.allowed()).as(verdict.reason()).isFalse();
        return verdict.reason();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/etc/passwd", "a\\..\\evil", "a\u0001b"})
    void aNameThatLeadsOutOfTheArchiveIsRefused(String name) throws IOException {
        assertThat(refusal(Jars.with(Jars.bundle(folder, "model"), name, Jars.text("x"))))
                .contains("leads out of the archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"meta-inf/MANIFEST.MF", "META-INF/manifest.mf", "Meta-Inf/x.SF"})
    void aSecondManifestInOtherLettersIsRefused(String name) throws IOException {
        assertThat(refusal(Jars.with(Jars.bundle(folder, "model"), name, Jars.text("x"))))
                .contains("not written as");
    }

    @Test
    @Timeout(20)
    void anArchiveThatUnpacksToMoreThanTheLimitIsRefusedWithoutUnpackingItWhole() throws IOException {
        Path bomb = folder.resolve("bomb.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("model/model.onnx"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 16; i++) {
                out.write(zeros);
            }
        }

        Verdict verdict = new Gateway().unsignedAllowed().upTo(4).verifier().verifyJar(bomb);

        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.reason()).contains("unpacks to more than 4 MB");
    }

    @Test
    void moreEntriesThanAnyBundleHasAreRefused() throws IOException {
        Path many = folder.resolve("many.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(many))) {
            for (int i = 0; i < 66_000; i++) {
                out.putNextEntry(new ZipEntry("f" + i));
            }
        }

        assertThat(refusal(many)).contains("more than 65535 entries");
    }

    @Test
    void twoEntriesOfOneNameAreRefused() throws IOException {
        byte[] zip = Files.readAllBytes(Jars.with(Jars.bundle(folder, "model"), "model/card.jsoX", Jars.text("evil")));
        String text = new String(zip, StandardCharsets.ISO_8859_1).replace("model/card.jsoX", "model/card.json");

        assertThat(refusal(Files.write(folder.resolve("double.jar"), text.getBytes(StandardCharsets.ISO_8859_1))))
                .contains("two entries of the name model/card.json");
    }

    @Test
    void anEntryThatOnlyTheDirectoryOrOnlyTheStreamKnowsIsRefused() throws IOException {
        byte[] zip = Files.readAllBytes(Jars.bundle(folder, "model"));
        int last = lastIndexOf(zip, "model/card.json");
        zip[last] = 'n';

        assertThat(refusal(Files.write(folder.resolve("two-faced.jar"), zip))).contains("other entries than it holds");
    }

    @Test
    void aFileInFrontOfTheArchiveIsRefused() throws IOException {
        byte[] signed = Files.readAllBytes(Jars.signedBundle(folder, "model", SIGNER.key()));
        byte[] script = Jars.text("#!/bin/sh\nexit\n");
        byte[] both = ByteBuffer.allocate(script.length + signed.length)
                .put(script)
                .put(signed)
                .array();

        assertThat(refusal(Files.write(folder.resolve("polyglot.jar"), both))).isNotEmpty();
    }

    @Test
    void anotherArchiveBehindTheFirstIsRefused() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(Files.readAllBytes(Jars.signedBundle(folder, "model", SIGNER.key())));
        both.write(Files.readAllBytes(Jars.bundle(folder, "other")));

        assertThat(refusal(Files.write(folder.resolve("double.jar"), both.toByteArray())))
                .isNotEmpty();
    }

    @Test
    void aHugeManifestIsRefusedBeforeItIsHeld() throws IOException {
        Path jar = Jars.signedBundle(folder, "model", SIGNER.key());
        byte[] huge = Jars.text("Manifest-Version: 1.0\n" + "X".repeat(17 << 20) + "\n");

        assertThat(refusal(Jars.with(jar, Jars.MANIFEST, huge))).contains("larger than");
    }

    private static int lastIndexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(text);
    }
}
