/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.itests.trust.SignedPackages;
import io.tohu.trust.OriginVerifier;
import io.tohu.trust.Verdict;
import io.tohu.trust.Verdict.Outcome;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Map;
import javax.inject.Inject;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.security.keystore.KeystoreService;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.deploymentadmin.DeploymentAdmin;
import org.osgi.util.tracker.ServiceTracker;

/** Trust from the factory on, with the real DeploymentAdmin: a verifier, then a keystore. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class SignedPackagesIT {

    private static final long DEADLINE_MILLIS = 20_000;
    private static final String KEYSTORE = "TohuTrust";
    private static final String KEYSTORE_FACTORY = "org.eclipse.kura.core.keystore.FilesystemKeystoreServiceImpl";

    @Inject
    private BundleContext context;

    @Inject
    private DeploymentAdmin deployment;

    @Inject
    private ConfigurationService configurations;

    private ServiceTracker<OriginVerifier, OriginVerifier> verifiers;

    @Configuration
    public Option[] gateway() throws Exception {
        TestGateway gateway = new TestGateway();
        SignedPackages packages = SignedPackages.write(gateway.folder());
        return gateway.withPackage("trust")
                .withProperty("itest.folder", gateway.folder())
                .withProperty("itest.certificate", packages.certificate())
                .withProperty("itest.signed", packages.signed())
                .withProperty("itest.unsigned", packages.unsigned())
                .options();
    }

    @Before
    public void findVerifier() {
        verifiers = new ServiceTracker<>(context, OriginVerifier.class, null);
        verifiers.open();
        assertThat(Await.until(DEADLINE_MILLIS, () -> verifiers.getService() != null))
                .isTrue();
    }

    @Test
    public void aGatewayLearnsWhomToTrustAndJudgesWhatDeploymentAdminInstalled() throws Exception {
        Path signed = Path.of(System.getProperty("itest.signed"));
        assertThat(verifier().verifyPackage(signed).reason()).contains("There is no keystore " + KEYSTORE);

        trustTheMaker();

        assertThat(verifier().verifyPackage(signed).outcome()).isEqualTo(Outcome.ACCEPTED);
        install("signed");
        install("unsigned");
        Bundle good = installed("test.signed");
        assertThat(good.getState()).isEqualTo(Bundle.ACTIVE);
        Verdict verdict = verifier().verify(good);
        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.ACCEPTED);
        assertThat(verifier().verify(installed("test.unsigned")).outcome()).isEqualTo(Outcome.REFUSED);
    }

    private OriginVerifier verifier() {
        return verifiers.getService();
    }

    private long generation() {
        ServiceReference<OriginVerifier> reference = verifiers.getServiceReference();
        return (Long) reference.getProperty(OriginVerifier.GENERATION);
    }

    private void trustTheMaker() throws Exception {
        configurations.createFactoryConfiguration(
                KEYSTORE_FACTORY,
                KEYSTORE,
                Map.of(
                        "keystore.path",
                        System.getProperty("itest.folder") + "/trust.ks",
                        "keystore.password",
                        "changeit"),
                false);
        ServiceTracker<KeystoreService, KeystoreService> keystore = new ServiceTracker<>(
                context,
                context.createFilter(
                        "(&(objectClass=" + KeystoreService.class.getName() + ")(kura.service.pid=" + KEYSTORE + "))"),
                null);
        keystore.open();
        long before = generation();
        keystore.waitForService(DEADLINE_MILLIS).setEntry("maker", new KeyStore.TrustedCertificateEntry(certificate()));
        assertThat(Await.until(
                        DEADLINE_MILLIS,
                        () -> generation() > before
                                && verifier().state().problem().isEmpty()))
                .as("the verifier tells that trust has changed")
                .isTrue();
        keystore.close();
    }

    private static X509Certificate certificate() throws Exception {
        try (InputStream in = Files.newInputStream(Path.of(System.getProperty("itest.certificate")))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private void install(String name) throws Exception {
        try (InputStream in = Files.newInputStream(Path.of(System.getProperty("itest." + name)))) {
            deployment.installDeploymentPackage(in);
        }
    }

    private Bundle installed(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(b -> b.getSymbolicName().equals(symbolicName))
                .findFirst()
                .orElseThrow(() -> new AssertionError(symbolicName + " is not installed"));
    }
}
