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
import io.tohu.trust.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is not the gateway's own unresolved until its origin is verified, however it came: package, console, boot
 * replay, by hand.
 *
 * <p>A bundle is judged in the thread that installs or updates it, before that thread can start it. What is refused now
 * is judged again by {@link #judgeAll()} when trust changes. What runs and was cleared is never stopped by a change of
 * trust: a keystore that is gone for a moment must not stop a plant.
 */
final class Enforcement implements SynchronousBundleListener {

    private static final Logger LOG = LoggerFactory.getLogger(Enforcement.class);

    private final BundleContext context;
    private final Supplier<OriginVerifier> verifier;
    private final Set<Bundle> judges;
    private final ResolveGate gate = new ResolveGate(this::isJudged);
    private final Map<Long, String> told = new ConcurrentHashMap<>();
    private ServiceRegistration<ResolverHookFactory> hook;

    /**
     * @param verifier the one there is, or was last; null before the first
     * @param judges the bundles without which nobody judges. They are told of but never held back or stopped: this bundle
     *     would go with them, come back without its memory, and stop them again
     */
    Enforcement(BundleContext context, Supplier<OriginVerifier> verifier, Set<Bundle> judges) {
        this.context = context;
        this.verifier = verifier;
        this.judges = Set.copyOf(judges);
    }

    private boolean isJudged(Bundle bundle) {
        return !GatewayBundles.ownsIt(bundle) && !judges.contains(bundle);
    }

    /** From here on nothing foreign resolves unverified; what has resolved before is left to {@link #sweep()}. */
    void begin() {
        context.addBundleListener(this);
        hook = context.registerService(ResolverHookFactory.class, gate, null);
    }

    /** From here on everything may resolve again. */
    void end() {
        context.removeBundleListener(this);
        hook.unregister();
        told.clear();
    }

    /** After the end: starts what could not resolve before. */
    void startHeldBack() {
        start(foreign().stream().filter(b -> b.getState() == Bundle.INSTALLED).toList());
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        if (event.getType() == BundleEvent.UNINSTALLED) {
            told.remove(bundle.getBundleId());
        } else if ((event.getType() == BundleEvent.INSTALLED || event.getType() == BundleEvent.UPDATED)
                && !GatewayBundles.ownsIt(bundle)) {
            judge(bundle);
        }
    }

    /** Judges what is not cleared, and starts what has become allowed and was meant to run. */
    void judgeAll() {
        if (verifier.get() != null) {
            start(foreign().stream()
                    .filter(b -> !isCleared(b) || judges.contains(b))
                    .filter(this::judge)
                    .toList());
        }
    }

    /** Judges what is not cleared, and stops and unresolves what is running all the same: it came before this. */
    void sweep() {
        judgeAll();
        List<Bundle> early = foreign().stream()
                .filter(b -> !isCleared(b) && b.getState() != Bundle.INSTALLED)
                .toList();
        for (Bundle bundle : early) {
            LOG.warn("Bundle {} ran before it was accepted; it is stopped", GatewayBundles.shown(bundle));
            try {
                // Transient: it is to run again should its origin become trusted.
                bundle.stop(Bundle.STOP_TRANSIENT);
            } catch (BundleException | IllegalStateException e) {
                LOG.warn("Bundle {} does not stop: {}", GatewayBundles.shown(bundle), e.getMessage());
            }
        }
        if (!early.isEmpty()) {
            wiring().refreshBundles(early);
        }
    }

    private boolean judge(Bundle bundle) {
        OriginVerifier judge = verifier.get();
        if (judge == null) {
            tell(bundle, "nothing judges origins yet; it is judged as soon as Tohu Trust is there.");
            return false;
        }
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        Verdict verdict = judge.verify(bundle);
        // Updated meanwhile: the update has an event of its own.
        if (revision == null || revision != bundle.adapt(BundleRevision.class)) {
            return false;
        }
        if (verdict.allowed()) {
            gate.clear(revision);
            told.remove(bundle.getBundleId());
            return true;
        }
        tell(bundle, verdict.reason());
        return false;
    }

    private void tell(Bundle bundle, String reason) {
        if (!reason.equals(told.put(bundle.getBundleId(), reason))) {
            LOG.warn(
                    judges.contains(bundle)
                            ? "Bundle {} ({}), which judges the others, is refused itself and runs all the same: {}"
                            : "Bundle {} ({}) may not resolve: {}",
                    GatewayBundles.shown(bundle),
                    bundle.getLocation(),
                    reason);
        }
    }

    private boolean isCleared(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision == null || gate.isOpenFor(revision);
    }

    private List<Bundle> foreign() {
        List<Bundle> foreign = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (!GatewayBundles.ownsIt(bundle)) {
                foreign.add(bundle);
            }
        }
        return foreign;
    }

    private void start(Collection<Bundle> bundles) {
        if (bundles.isEmpty()) {
            return;
        }
        wiring().resolveBundles(bundles);
        for (Bundle bundle : bundles) {
            if (wasMeantToRun(bundle)) {
                try {
                    bundle.start(Bundle.START_TRANSIENT);
                    LOG.info("Bundle {} starts now that it may", GatewayBundles.shown(bundle));
                } catch (BundleException | IllegalStateException e) {
                    LOG.warn("Bundle {} may start but does not: {}", GatewayBundles.shown(bundle), e.getMessage());
                }
            }
        }
    }

    private static boolean wasMeantToRun(Bundle bundle) {
        return bundle.getState() != Bundle.ACTIVE
                && bundle.getState() != Bundle.UNINSTALLED
                && bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null
                && bundle.adapt(BundleStartLevel.class).isPersistentlyStarted();
    }

    private FrameworkWiring wiring() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }
}
