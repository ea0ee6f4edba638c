/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.deploymentadmin.BundleInfo;
import org.osgi.service.deploymentadmin.DeploymentAdmin;
import org.osgi.service.deploymentadmin.DeploymentException;
import org.osgi.service.deploymentadmin.DeploymentPackage;

/** Takes a text file "name version" for a package and refuses everything else. */
public final class TextDeploymentAdmin implements DeploymentAdmin {

    private final Map<String, DeploymentPackage> installed = new TreeMap<>();

    @Override
    public DeploymentPackage installDeploymentPackage(InputStream in) throws DeploymentException {
        try {
            String[] words = new String(in.readAllBytes(), StandardCharsets.UTF_8).split(" ");
            if (words.length != 2) {
                throw new DeploymentException(DeploymentException.CODE_NOT_A_JAR, "not a package");
            }
            DeploymentPackage result = new Named(words[0], Version.parseVersion(words[1]));
            installed.put(words[0], result);
            return result;
        } catch (IOException e) {
            throw new DeploymentException(DeploymentException.CODE_OTHER_ERROR, "unreadable", e);
        }
    }

    @Override
    public DeploymentPackage[] listDeploymentPackages() {
        return installed.values().toArray(DeploymentPackage[]::new);
    }

    @Override
    public DeploymentPackage getDeploymentPackage(String name) {
        return installed.get(name);
    }

    @Override
    public DeploymentPackage getDeploymentPackage(Bundle bundle) {
        return null;
    }

    @Override
    public boolean cancel() {
        return false;
    }

    private final class Named implements DeploymentPackage {

        private final String name;
        private final Version version;

        private Named(String name, Version version) {
            this.name = name;
            this.version = version;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getDisplayName() {
            return name;
        }

        @Override
        public Version getVersion() {
            return version;
        }

        @Override
        public void uninstall() {
            installed.remove(name);
        }

        @Override
        public boolean uninstallForced() {
            uninstall();
            return true;
        }

        @Override
        public boolean isStale() {
            return !installed.containsKey(name);
        }

        @Override
        public BundleInfo[] getBundleInfos() {
            return new BundleInfo[0];
        }

        @Override
        public String[] getResources() {
            return new String[0];
        }

        @Override
        public ServiceReference<?> getResourceProcessor(String resource) {
            return null;
        }

        @Override
        public String getHeader(String header) {
            return null;
        }

        @Override
        public String getResourceHeader(String resource, String header) {
            return null;
        }

        @Override
        public Bundle getBundle(String symbolicName) {
            return null;
        }

        @Override
        public URL getIcon() {
            return null;
        }
    }
}
