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

import io.tohu.trust.OriginVerifier;
import io.tohu.trust.Verdict.Outcome;
import io.tohu.trust.internal.TestPki.Party;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.security.keystore.KeystoreService;
import org.eclipse.kura.system.SystemService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class TrustComponentTest {

    private static final Map<String, Object> TRUST = Map.of("kura.service.pid", "TohuTrust");
    private static final Map<String, Object> TLS = Map.of("kura.service.pid", "SSLKeystore");

    private final Map<String, KeyStore.Entry> entries = new TreeMap<>();
    private final KeystoreService keystore = keystore(entries);
    // Valid by the real clock: the component has no other.
    private final Party signer = TestPki.issue(
            null,
            TestPki.Spec.signer("Maker")
                    .valid(Instant.now().minusSeconds(60), Instant.now().plusSeconds(3_600)));

    @TempDir
    private Path folder;

    private OriginVerifier offered;
    private Dictionary<String, ?> properties;
    private TrustComponent component;

    @SuppressWarnings("unchecked")
    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static KeystoreService keystore(Map<String, KeyStore.Entry> entries) {
        return fake(KeystoreService.class, (proxy, method, args) -> switch (method.getName()) {
            case "getEntries" -> {
                if (entries.containsKey("broken")) {
                    throw new KuraException(KuraErrorCode.BAD_REQUEST, "keystore");
                }
                yield Map.copyOf(entries);
            }
            case "getCRLs" -> List.of();
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == args[0];
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static VerifierConfig config(boolean unsignedAllowed) {
        return fake(VerifierConfig.class, (proxy, method, args) -> switch (method.getName()) {
            case "keystore_pid" -> "TohuTrust";
            case "unsigned_allowed" -> unsignedAllowed;
            case "annotationType" -> Annotation.class;
            default -> method.getDefaultValue();
        });
    }

    @BeforeEach
    @SuppressWarnings("unchecked")
    void start() {
        BundleContext context = fake(BundleContext.class, (proxy, method, args) -> {
            offered = (OriginVerifier) args[1];
            properties = (Dictionary<String, ?>) args[2];
            return fake(ServiceRegistration.class, (registration, call, values) -> {
                if (call.getName().equals("setProperties")) {
                    properties = (Dictionary<String, ?>) values[0];
                }
                return null;
            });
        });
        SystemService system = fake(SystemService.class, (proxy, method, args) -> folder.toString());
        component = new TrustComponent(context, system, config(false));
        component.activate();
    }

    private long generation() {
        return (Long) properties.get(OriginVerifier.GENERATION);
    }

    private void trustTheSigner() {
        entries.put("maker", new KeyStore.TrustedCertificateEntry(signer.certificate()));
    }

    @Test
    void withoutItsKeystoreItAnswersWithTheReasonAndTellsWhenItComes() throws Exception {
        Path jar = Jars.signedBundle(folder, "model", signer.key());
        assertThat(offered.verifyJar(jar).reason()).contains("There is no keystore TohuTrust: create it");
        long before = generation();
        trustTheSigner();

        component.addKeystore(keystore, TRUST);

        assertThat(generation()).isGreaterThan(before);
        assertThat(offered.verifyJar(jar).outcome())
                .as(offered.verifyJar(jar).reason())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void anotherKeystoreIsNotTrusted() throws Exception {
        trustTheSigner();

        component.addKeystore(keystore, TLS);

        assertThat(offered.verifyJar(Jars.signedBundle(folder, "model", signer.key()))
                        .allowed())
                .isFalse();
        assertThat(offered.state().problem()).contains("There is no keystore TohuTrust");
    }

    @Test
    void aCertificateThatIsAddedOrRemovedCountsAtOnceAndIsToldOnce() throws Exception {
        component.addKeystore(keystore, TRUST);
        assertThat(offered.state().problem()).contains("has no trusted certificate");
        Path jar = Jars.signedBundle(folder, "model", signer.key());
        long before = generation();

        trustTheSigner();
        component.handleEvent(null);
        component.handleEvent(null);

        assertThat(generation()).isEqualTo(before + 1);
        assertThat(offered.verifyJar(jar).allowed()).isTrue();
        entries.clear();
        assertThat(offered.verifyJar(jar).allowed()).as("before any event").isFalse();
    }

    @Test
    void aPrivateKeyInTheKeystoreTrustsNobody() throws Exception {
        entries.put(
                "own",
                new KeyStore.PrivateKeyEntry(signer.keys().getPrivate(), new Certificate[] {signer.certificate()}));

        component.addKeystore(keystore, TRUST);

        assertThat(offered.state().certificates()).isZero();
    }

    @Test
    void aKeystoreThatCannotBeOpenedAcceptsNothingAndSaysWhatToCheck() {
        entries.put("broken", null);

        component.addKeystore(keystore, TRUST);

        assertThat(offered.state().problem()).contains("cannot be read").contains("Check its path and password");
    }

    @Test
    void allowingUnsignedContentShowsInTheServicesProperties() {
        assertThat(properties.get(OriginVerifier.UNSIGNED_ALLOWED)).isEqualTo(false);

        component.modified(config(true));

        assertThat(properties.get(OriginVerifier.UNSIGNED_ALLOWED)).isEqualTo(true);
        assertThat(offered.state().unsignedAllowed()).isTrue();
    }

    @Test
    void aVerifierWhoseServiceHasGoneJudgesWithTheTrustItKnewLast() throws Exception {
        trustTheSigner();
        component.addKeystore(keystore, TRUST);

        component.deactivate();
        component.removeKeystore(keystore, TRUST);
        entries.clear();

        assertThat(offered.verifyJar(Jars.signedBundle(folder, "model", signer.key()))
                        .allowed())
                .isTrue();
    }
}
