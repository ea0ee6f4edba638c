/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.packaging.DeploymentPackageWriter;
import io.tohu.packaging.ModelBundleWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** With keys as the documentation says to make them: by the JDK's keytool. */
class PackageCommandTest {

    private static final String PASSWORD = "secret-enough";

    @TempDir
    private static Path keys;

    private static Path maker;
    private static Path certificate;

    @TempDir
    private Path folder;

    private Path dp;
    private String output;

    /** Once: each run of keytool takes seconds on a busy machine. */
    @BeforeAll
    static void aKey() throws Exception {
        maker = key("maker", "codeSigning");
        certificate = keys.resolve("maker.pem");
        keytool(
                "-exportcert",
                "-rfc",
                "-keystore",
                maker.toString(),
                "-alias",
                "maker",
                "-file",
                certificate.toString());
    }

    @BeforeEach
    void aPackage() throws IOException {
        Path bundle = folder.resolve("model.jar");
        byte[] any = {1};
        ModelBundleWriter.write(
                bundle,
                "test.model",
                "1.0.0",
                "model",
                "1.0.0",
                Map.of("model.onnx", any, "card.json", any, "golden.json", any));
        dp = DeploymentPackageWriter.write(folder, "test-model", "1.0.0", List.of(bundle));
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-storepass", PASSWORD));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Path key(String name, String purpose) throws IOException, InterruptedException {
        Path file = keys.resolve(name + ".p12");
        keytool(
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-ext",
                "KeyUsage:critical=digitalSignature",
                "-ext",
                "ExtendedKeyUsage=" + purpose,
                "-validity",
                "30");
        return file;
    }

    private int tohu(Object... arguments) {
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        StringWriter text = new StringWriter();
        int code = new CommandLine(new PackageCommand())
                .setOut(new PrintWriter(text, true))
                .setErr(new PrintWriter(text, true))
                .execute(words);
        output = text.toString();
        return code;
    }

    private int sign(Path key) {
        return tohu("sign", dp, "--key", key, "--password-file", folder.resolve("password"));
    }

    @Test
    void whatIsSignedWithAKeyOfKeytoolIsAcceptedWithItsCertificateOnly() {
        assertThat(sign(maker)).as(output).isZero();

        assertThat(tohu("verify", dp, "--trust", certificate)).as(output).isZero();
        assertThat(output).startsWith("accepted").contains("CN=maker");
        assertThat(tohu("verify", dp)).isEqualTo(1);
        assertThat(output).startsWith("REFUSED").contains("neither is trusted");
    }

    @Test
    void anUnsignedPackageIsRefusedUnlessAllowed() {
        assertThat(tohu("verify", dp)).isEqualTo(1);
        assertThat(tohu("verify", dp, "--allow-unsigned")).isZero();
        assertThat(output).startsWith("unsigned");
    }

    @Test
    void aKeyThatGatewaysWouldRefuseSignsNothing() throws Exception {
        assertThat(sign(key("web", "serverAuth"))).isEqualTo(1);
        assertThat(output).contains("codeSigning");
    }

    @Test
    void aWrongPasswordIsToldWithoutAStackTrace() throws Exception {
        Files.writeString(folder.resolve("password"), "another");

        assertThat(sign(maker)).isEqualTo(1);
        assertThat(output).contains("cannot be read").doesNotContain("\tat ");
    }
}
