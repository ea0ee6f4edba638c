/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTrustTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeAuthorities() throws Exception {
        for (String name : List.of("plant", "stranger")) {
            keytool("-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name, "-keystore", store(name));
            keytool("-exportcert", "-alias", name, "-rfc", "-file", pem(name).toString(), "-keystore", store(name));
        }
    }

    @Test
    void aBrokerWhoseCertificateIsInTheFileIsTrusted() throws Exception {
        assertThat(handshake(pem("plant"))).isEqualTo("hello");
    }

    @Test
    void aBrokerThatTheFileDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> handshake(pem("stranger"))).isInstanceOf(SSLException.class);
    }

    @Test
    void aFileWithoutCertificatesIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("empty.pem"), "nothing");

        assertThatThrownBy(() -> BrokerTrust.sockets(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("empty.pem")
                .hasMessageContaining("PEM");
    }

    /** What a server with the certificate of {@code plant} says to a client that trusts the file. */
    private static String handshake(Path trusted) throws Exception {
        KeyStore keys = KeyStore.getInstance(Path.of(store("plant")).toFile(), PASSWORD);
        KeyManagerFactory manager = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        manager.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(manager.getKeyManagers(), null, null);
        try (SSLServerSocket server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread greeter = new Thread(() -> greet(server), "greeter");
            greeter.start();
            try (SSLSocket socket = (SSLSocket) BrokerTrust.sockets(trusted)
                            .createSocket(InetAddress.getLoopbackAddress(), server.getLocalPort());
                    InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes());
            } finally {
                greeter.join();
            }
        }
    }

    private static void greet(SSLServerSocket server) {
        try (SSLSocket client = (SSLSocket) server.accept()) {
            client.getOutputStream().write("hello".getBytes());
        } catch (IOException refused) {
            // The client has said no, which is what one of the tests wants.
        }
    }

    private static String store(String name) {
        return folder.resolve(name + ".p12").toString();
    }

    private static Path pem(String name) {
        return folder.resolve(name + ".pem");
    }

    private static void keytool(String... options) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-storepass", new String(PASSWORD)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
    }
}
