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

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Lets a revision of a bundle resolve only after it was cleared; those that are not judged always may. An update is another
 * revision, so it is closed again before anybody can resolve it.
 *
 * <p>The framework calls this while it resolves: nothing is done here but looking up.
 */
final class ResolveGate implements ResolverHookFactory, ResolverHook {

    private final Set<BundleRevision> cleared =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final Predicate<Bundle> judged;

    /** @param judged whether a bundle has to be cleared at all */
    ResolveGate(Predicate<Bundle> judged) {
        this.judged = judged;
    }

    void clear(BundleRevision revision) {
        cleared.add(revision);
    }

    boolean isOpenFor(BundleRevision revision) {
        return cleared.contains(revision) || !judged.test(revision.getBundle());
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        candidates.removeIf(revision -> !isOpenFor(revision));
    }

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> candidates) {
        // Not a question of origin.
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        // What may not resolve offers nothing.
    }

    @Override
    public void end() {
        // Nothing was begun.
    }
}
