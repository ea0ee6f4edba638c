/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the definitions that bundles bring. As on Kura the metatype service says which pids a bundle has, the file
 * {@code OSGI-INF/metatype/<pid>.xml} is what counts, and only once the bundle is active.
 */
final class MetatypeTracker {

    private static final Logger LOG = LoggerFactory.getLogger(MetatypeTracker.class);

    /** Who is told. */
    interface Listener {
        void started(Bundle bundle, List<MetatypeFile> files);

        void stopped(Bundle bundle);
    }

    private final MetaTypeService metatypes;
    private final BundleTracker<Bundle> active;

    MetatypeTracker(BundleContext context, MetaTypeService metatypes, Listener listener) {
        this.metatypes = metatypes;
        active = new BundleTracker<>(context, Bundle.ACTIVE, null) {
            @Override
            public Bundle addingBundle(Bundle bundle, BundleEvent event) {
                listener.started(bundle, read(bundle));
                return bundle;
            }

            @Override
            public void removedBundle(Bundle bundle, BundleEvent event, Bundle tracked) {
                listener.stopped(bundle);
            }
        };
    }

    void open() {
        active.open();
    }

    void close() {
        active.close();
    }

    private List<MetatypeFile> read(Bundle bundle) {
        List<MetatypeFile> files = new ArrayList<>();
        MetaTypeInformation information = metatypes.getMetaTypeInformation(bundle);
        if (information == null) {
            return files;
        }
        for (String pid : Stream.of(information.getPids(), information.getFactoryPids())
                .flatMap(Stream::of)
                .toList()) {
            String path = "OSGI-INF/metatype/" + pid + ".xml";
            URL file = bundle.getEntry(path);
            if (file == null) {
                LOG.debug("{} has no {}", bundle.getSymbolicName(), path);
                continue;
            }
            try (InputStream in = file.openStream()) {
                MetatypeFile.read(pid, in).ifPresent(files::add);
            } catch (IOException e) {
                LOG.warn("{} {}: {}", bundle.getSymbolicName(), path, e.getMessage());
            }
        }
        return files;
    }
}
