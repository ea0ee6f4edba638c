/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.updates.internal;

import io.tohu.trust.OriginVerifier;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Switches enforcement and tells it when trust changes.
 *
 * <p>A verifier that goes is kept until the next one comes, so that nothing foreign slips in between.
 */
@Designate(ocd = EnforcementConfig.class)
@Component(
        name = EnforcementComponent.NAME,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = ConfigurableComponent.class)
public final class EnforcementComponent implements ConfigurableComponent {

    static final String NAME = "io.tohu.updates.Enforcement";

    private static final Logger LOG = LoggerFactory.getLogger(EnforcementComponent.class);
    private static final int STOP_SECONDS = 10;

    private final Enforcement enforcement;
    private volatile EnforcementConfig config;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "tohu-enforcement"));
    private final AtomicBoolean swept = new AtomicBoolean();
    private volatile OriginVerifier verifier;

    @Activate
    public EnforcementComponent(BundleContext context, EnforcementConfig config) {
        this.config = config;
        this.enforcement = new Enforcement(
                context, () -> verifier, Set.of(context.getBundle(), FrameworkUtil.getBundle(OriginVerifier.class)));
    }

    @Activate
    void activate() {
        if (config.enforced()) {
            begin();
        } else {
            LOG.info("Origins of bundles are not enforced");
        }
    }

    @Modified
    void modified(EnforcementConfig changed) {
        boolean before = config.enforced();
        config = changed;
        if (changed.enforced() && !before) {
            begin();
        } else if (before && !changed.enforced()) {
            LOG.warn("Origins of bundles are no longer enforced");
            enforcement.end();
            worker.execute(enforcement::startHeldBack);
        }
    }

    private void begin() {
        LOG.info("Bundles of unknown origin are kept from resolving");
        swept.set(false);
        enforcement.begin();
        later(this::trustChanged);
        worker.schedule(this::sweepOnce, config.wait_seconds(), TimeUnit.SECONDS);
    }

    /** What is held back stays so: this bundle may be on its way to its own next version. */
    @Deactivate
    void deactivate() throws InterruptedException {
        worker.shutdownNow();
        if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("Still judging a bundle; it is left behind");
        }
        if (config.enforced()) {
            enforcement.end();
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            updated = "updatedVerifier",
            unbind = "unsetVerifier")
    void setVerifier(OriginVerifier arrived) {
        verifier = arrived;
        later(this::trustChanged);
    }

    void updatedVerifier(OriginVerifier changed) {
        later(this::trustChanged);
    }

    void unsetVerifier(OriginVerifier gone) {
        // Kept: see above.
    }

    /** Never in the thread of a service's change: judging reads whole bundles. */
    private void later(Runnable task) {
        if (config.enforced() && !worker.isShutdown()) {
            worker.execute(task);
        }
    }

    private void trustChanged() {
        OriginVerifier now = verifier;
        if (now != null && now.state().problem().isEmpty()) {
            sweepOnce();
        }
        if (config.enforced()) {
            enforcement.judgeAll();
        }
    }

    /** Once: what is cleared or started later has been judged before it could resolve. */
    private void sweepOnce() {
        if (config.enforced() && swept.compareAndSet(false, true)) {
            enforcement.sweep();
        }
    }
}
