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

import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** A configuration admin that keeps what it is given and tells nobody. */
final class MemoryConfigAdmin implements ConfigurationAdmin {

    private final Map<String, Configuration> all = new LinkedHashMap<>();
    private int created;

    /** What the instance or singleton of that name holds now; null when there is none. */
    Dictionary<String, Object> of(String kuraPid) {
        return all.values().stream()
                .map(Configuration::getProperties)
                .filter(each -> each != null && kuraPid.equals(each.get("kura.service.pid")))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Configuration createFactoryConfiguration(String factoryPid) {
        return createFactoryConfiguration(factoryPid, null);
    }

    @Override
    public Configuration createFactoryConfiguration(String factoryPid, String location) {
        String pid = factoryPid + "-" + created++;
        Configuration configuration = new Stored(pid, factoryPid);
        all.put(pid, configuration);
        return configuration;
    }

    @Override
    public Configuration getConfiguration(String pid, String location) {
        return all.computeIfAbsent(pid, name -> new Stored(name, null));
    }

    @Override
    public Configuration getConfiguration(String pid) {
        return getConfiguration(pid, null);
    }

    @Override
    public Configuration getFactoryConfiguration(String factoryPid, String name, String location) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Configuration getFactoryConfiguration(String factoryPid, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Configuration[] listConfigurations(String filter) throws InvalidSyntaxException {
        var matcher = FrameworkUtil.createFilter(filter);
        Configuration[] found = all.values().stream()
                .filter(each -> each.getProperties() != null && matcher.match(each.getProperties()))
                .toArray(Configuration[]::new);
        return found.length == 0 ? null : found;
    }

    private final class Stored implements Configuration {

        private final String pid;
        private final String factoryPid;
        private Dictionary<String, Object> properties;

        private Stored(String pid, String factoryPid) {
            this.pid = pid;
            this.factoryPid = factoryPid;
        }

        @Override
        public String getPid() {
            return pid;
        }

        @Override
        public Dictionary<String, Object> getProperties() {
            if (properties == null) {
                return null;
            }
            Hashtable<String, Object> copy = new Hashtable<>();
            Collections.list(properties.keys()).forEach(name -> copy.put(name, properties.get(name)));
            return copy;
        }

        @Override
        public Dictionary<String, Object> getProcessedProperties(ServiceReference<?> reference) {
            return getProperties();
        }

        @Override
        public void update(Dictionary<String, ?> update) {
            Hashtable<String, Object> copy = new Hashtable<>();
            Collections.list(update.keys()).forEach(name -> copy.put(name, update.get(name)));
            copy.put("service.pid", pid);
            if (factoryPid != null) {
                copy.put(SERVICE_FACTORYPID, factoryPid);
            }
            properties = copy;
        }

        @Override
        public boolean updateIfDifferent(Dictionary<String, ?> update) {
            update(update);
            return true;
        }

        @Override
        public void update() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete() {
            all.remove(pid);
        }

        @Override
        public String getFactoryPid() {
            return factoryPid;
        }

        @Override
        public void setBundleLocation(String location) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getBundleLocation() {
            return "?";
        }

        @Override
        public long getChangeCount() {
            return 0;
        }

        @Override
        public void addAttributes(ConfigurationAttribute... attributes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<ConfigurationAttribute> getAttributes() {
            return Set.of();
        }

        @Override
        public void removeAttributes(ConfigurationAttribute... attributes) {
            throw new UnsupportedOperationException();
        }
    }
}
