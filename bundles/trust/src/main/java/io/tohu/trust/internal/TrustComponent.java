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

import io.tohu.trust.OriginVerifier;
import io.tohu.trust.internal.path.Policy;
import io.tohu.trust.internal.path.TrustStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.security.keystore.KeystoreChangedEvent;
import org.eclipse.kura.security.keystore.KeystoreService;
import org.eclipse.kura.system.SystemService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers the verifier as a service and keeps what it trusts up to date.
 *
 * <p>The service is there from the beginning, also before its keystore: what asks meanwhile is refused with the reason and
 * asks again when the service's properties change.
 */
@Designate(ocd = VerifierConfig.class)
@Component(
        name = TrustComponent.NAME,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {ConfigurableComponent.class, EventHandler.class},
        property = "event.topics=" + KeystoreChangedEvent.EVENT_TOPIC)
public final class TrustComponent implements ConfigurableComponent, EventHandler {

    static final String NAME = "io.tohu.trust.Verifier";

    private static final Logger LOG = LoggerFactory.getLogger(TrustComponent.class);

    private final BundleContext context;
    private final Map<String, KeystoreService> keystores = new ConcurrentHashMap<>();
    private final Origins origins;
    private ServiceRegistration<OriginVerifier> service;
    private VerifierConfig config;
    private Trust trust;
    /** Between activation and deactivation: the keystores that are bound one by one before it are read together. */
    private boolean open;

    @Activate
    public TrustComponent(BundleContext context, @Reference SystemService system, VerifierConfig config) {
        this.context = context;
        this.config = config;
        this.trust = new Trust(TrustStore.none(config.keystore_pid(), ""), policy(config), 0);
        Path record = Path.of(system.getKuraDataDirectory(), "tohu", "trust", "accepted");
        this.origins = new Origins(this::current, Acceptances.in(record), Instant::now);
    }

    @Activate
    void activate() {
        synchronized (this) {
            open = true;
        }
        refresh();
        synchronized (this) {
            service = context.registerService(OriginVerifier.class, origins, properties(trust));
        }
    }

    @Modified
    void modified(VerifierConfig changed) {
        synchronized (this) {
            config = changed;
        }
        refresh();
    }

    @Deactivate
    void deactivate() {
        refresh();
        synchronized (this) {
            open = false;
            service.unregister();
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addKeystore(KeystoreService keystore, Map<String, Object> properties) {
        if (properties.get(ConfigurationService.KURA_SERVICE_PID) instanceof String pid) {
            keystores.put(pid, keystore);
            refresh();
        }
    }

    void removeKeystore(KeystoreService keystore, Map<String, Object> properties) {
        if (properties.get(ConfigurationService.KURA_SERVICE_PID) instanceof String pid
                && keystores.remove(pid, keystore)) {
            refresh();
        }
    }

    @Override
    public void handleEvent(Event event) {
        refresh();
    }

    /**
     * Read for each question: a keystore's file may change without an event. Once the service is gone, the last answer
     * stands.
     */
    private Trust current() {
        VerifierConfig now;
        Trust last;
        synchronized (this) {
            if (!open) {
                return trust;
            }
            now = config;
            last = trust;
        }
        return new Trust(read(now), policy(now), last.generation());
    }

    private TrustStore read(VerifierConfig now) {
        return TrustedKeystore.read(now.keystore_pid(), keystores.get(now.keystore_pid()));
    }

    /** Tells those who hold verdicts, and the operator, when trust is not what it was. */
    private void refresh() {
        Trust changed;
        ServiceRegistration<OriginVerifier> told;
        synchronized (this) {
            if (!open) {
                return;
            }
            TrustStore store = read(config);
            Policy policy = policy(config);
            if (store.equals(trust.store()) && policy.equals(trust.policy())) {
                return;
            }
            trust = new Trust(store, policy, trust.generation() + 1);
            changed = trust;
            told = service;
        }
        log(changed);
        if (told != null) {
            told.setProperties(properties(changed));
        }
    }

    private static void log(Trust trust) {
        if (trust.store().problem().isEmpty()) {
            LOG.info(
                    "Trusting {} certificates of the keystore {}, with {} revocation lists",
                    trust.store().certificates().size(),
                    trust.store().name(),
                    trust.store().lists().size());
        } else {
            LOG.warn("{}", trust.store().problem());
        }
        if (trust.policy().unsignedAllowed()) {
            LOG.warn("Unsigned content is allowed: whoever can reach this gateway can make it run anything");
        }
    }

    private static Dictionary<String, Object> properties(Trust trust) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(OriginVerifier.GENERATION, trust.generation());
        properties.put(OriginVerifier.UNSIGNED_ALLOWED, trust.policy().unsignedAllowed());
        return properties;
    }

    private static Policy policy(VerifierConfig config) {
        return new Policy(
                config.unsigned_allowed(),
                Duration.ofDays(config.grace_days()),
                config.revocation_needed(),
                config.content_max_mb());
    }
}
