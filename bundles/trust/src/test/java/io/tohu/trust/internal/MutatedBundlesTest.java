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
import static org.assertj.core.api.Assertions.fail;

import io.tohu.packaging.JarFileSigner;
import io.tohu.trust.Verdict;
import io.tohu.trust.internal.TestPki.Party;
import io.tohu.trust.internal.TestPki.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a signed file: it is refused, or those who read it read what was signed. */
class MutatedBundlesTest {

    private static final int MUTATIONS = Boolean.getBoolean("tohu.full") ? 1_000 : 200;
    private static final long SEED = 20261120;

    private static final Party ROOT = TestPki.root("Root");
    private static final Party SIGNER = TestPki.signer(ROOT, "Signer");
    private static final Party REVOKED = TestPki.signer(ROOT, "Revoked");
    private static final List<Party> WRONG = List.of(
            REVOKED,
            TestPki.signer(TestPki.root("Root"), "Signer"),
            TestPki.issue(ROOT, Spec.signer("Expired").valid(TestPki.day(-400), TestPki.day(-100))),
            TestPki.issue(ROOT, Spec.signer("Early").valid(TestPki.day(100), TestPki.day(400))),
            TestPki.issue(ROOT, Spec.signer("Server").for_(null)));

    private final Origins verifier = new Gateway()
            .trusting(ROOT.certificate())
            .knowing(TestPki.revoke(ROOT, TestPki.day(-1), TestPki.day(30), REVOKED.certificate()))
            .verifier();
    private final Random random = new Random(SEED);

    @TempDir
    private Path folder;

    @Test
    void aJarWithDamagedBytesIsRefusedOrReadsAsSigned() throws IOException {
        damaged(Jars.signedBundle(folder, "model", SIGNER.key()), verifier::verifyJar, MutatedBundlesTest::byDirectory);
    }

    @Test
    void aPackageWithDamagedBytesIsRefusedOrReadsAsSigned() throws IOException {
        // DeploymentAdmin reads a package as a stream.
        damaged(Jars.signedDp(folder, "pkg", SIGNER.key()), verifier::verifyPackage, Jars::read);
    }

    private void damaged(Path signed, Function<Path, Verdict> verify, Reader reader) throws IOException {
        byte[] original = Files.readAllBytes(signed);
        Map<String, String> content = content(reader.read(signed));
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            Path mutant = Files.write(folder.resolve("mutant"), damage(original));
            Verdict verdict = verify.apply(mutant);
            if (!verdict.allowed()) {
                assertThat(verdict.reason()).isNotBlank();
                refused++;
            } else if (!content(reader.read(mutant)).equals(content)) {
                fail("mutation %d of %s is accepted with other content", i, signed.getFileName());
            }
        }
        assertThat(refused).as("refused of %d", MUTATIONS).isGreaterThan(MUTATIONS * 3 / 4);
    }

    private byte[] damage(byte[] original) {
        byte[] bytes = original.clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 2 -> {
                for (int i = at; i < Math.min(bytes.length, at + 1 + random.nextInt(64)); i++) {
                    bytes[i] = (byte) random.nextInt();
                }
            }
            default -> {
                int from = random.nextInt(bytes.length);
                int length = Math.min(1 + random.nextInt(256), bytes.length - Math.max(at, from));
                System.arraycopy(original, from, bytes, at, length);
            }
        }
        return bytes;
    }

    @FunctionalInterface
    private interface Reader {
        Map<String, byte[]> read(Path file) throws IOException;
    }

    /** As the framework reads a bundle: by the directory. */
    private static Map<String, byte[]> byDirectory(Path file) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
        }
        return entries;
    }

    /** All but the signature itself. */
    private static Map<String, String> content(Map<String, byte[]> entries) {
        Map<String, String> content = new TreeMap<>();
        entries.forEach((name, bytes) -> {
            if (!name.matches("META-INF/(TOHU\\.\\w+|MANIFEST\\.MF)")) {
                content.put(name, Arrays.toString(bytes));
            }
        });
        return content;
    }

    @Test
    void aJarThatIsWellMadeByTheWrongHandsIsRefused() throws IOException {
        for (int i = 0; i < MUTATIONS; i++) {
            Path jar = wellMade(i);
            assertThat(verifier.verifyJar(jar).allowed()).as("forgery %d", i).isFalse();
        }
    }

    /** Zipped anew without a damaged byte: other signers, entries exchanged, digests that fit. */
    private Path wellMade(int i) throws IOException {
        Path jar = Jars.signedBundle(folder, "model", SIGNER.key());
        Map<String, byte[]> entries = Jars.read(jar);
        List<String> files = entries.keySet().stream()
                .filter(name -> !name.endsWith("/"))
                .collect(Collectors.toCollection(ArrayList::new));
        String one = files.get(random.nextInt(files.size()));
        switch (i % 5) {
            case 0 -> {
                return Jars.signedBundle(
                        folder, "model", WRONG.get(random.nextInt(WRONG.size())).key());
            }
            case 1 -> {
                files.remove(one);
                String other = files.get(random.nextInt(files.size()));
                byte[] swapped = entries.put(one, entries.get(other));
                entries.put(other, swapped);
            }
            case 2 -> entries.remove(one);
            case 3 -> entries.put("model/" + random.nextInt() + ".json", Jars.text("{}"));
            default -> {
                Path forged = Jars.with(jar, Jars.CARD, Jars.text("{\"limit\":" + random.nextInt() + "}"));
                byte[] block = entries.get("META-INF/TOHU.EC");
                Party thief = WRONG.get(1);
                JarFileSigner.sign(forged, forged, thief.key(), "TOHU");
                return random.nextBoolean() ? forged : Jars.with(forged, "META-INF/TOHU.EC", block);
            }
        }
        return Jars.write(jar, entries);
    }
}
