/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.deployment.agent;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eclipse.kura.system.SystemService;
import org.osgi.service.deploymentadmin.DeploymentAdmin;
import org.osgi.service.deploymentadmin.DeploymentException;
import org.osgi.service.deploymentadmin.DeploymentPackage;

/** Installs and uninstalls packages through the deployment admin and keeps their files where a boot finds them. */
public final class PackageInstaller {

    private final DeploymentAdmin admin;
    private final InstalledPackages installed;
    private final Path directory;

    /**
     * @param admin installs
     * @param system knows where packages are kept
     * @return an installer that notes what it does in {@code dpa.properties}
     * @throws IOException when there is no place for packages
     */
    public static PackageInstaller of(DeploymentAdmin admin, SystemService system) throws IOException {
        Path packages = Path.of(required(
                SystemService.KEY_KURA_PACKAGES_DIR,
                system.getProperties().getProperty(SystemService.KEY_KURA_PACKAGES_DIR)));
        Files.createDirectories(packages);
        InstalledPackages installed =
                new InstalledPackages(Path.of(required("dpa.configuration", System.getProperty("dpa.configuration"))));
        return new PackageInstaller(admin, installed, packages);
    }

    private static String required(String name, String value) {
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException("the property " + name + " is not set");
        }
        return value;
    }

    /**
     * @param admin installs
     * @param installed where packages are noted
     * @param directory where their files are kept
     */
    public PackageInstaller(DeploymentAdmin admin, InstalledPackages installed, Path directory) {
        this.admin = admin;
        this.installed = installed;
        this.directory = directory;
    }

    /**
     * Installs the package in a file. A file outside the packages directory is moved there, as Kura does.
     *
     * @param url {@code file:} and an absolute path
     * @return what is installed
     * @throws IOException if there is no such file, or it cannot be moved or noted
     * @throws DeploymentException if it is no package, or cannot be installed
     */
    public DeploymentPackage install(String url) throws IOException, DeploymentException {
        Path file = file(url);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such file");
        }
        DeploymentPackage installedPackage;
        try (InputStream in = Files.newInputStream(file)) {
            installedPackage = admin.installDeploymentPackage(in);
        }
        Path kept = directory.resolve(installedPackage.getName() + "_" + installedPackage.getVersion() + ".dp");
        if (!Files.exists(kept) || !Files.isSameFile(file, kept)) {
            Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
        }
        installed.put(installedPackage.getName(), "file:" + kept);
        return installedPackage;
    }

    InstalledPackages installed() {
        return installed;
    }

    /**
     * @param name symbolic name
     * @return false when there is no such package
     * @throws IOException if its file cannot be deleted, or its note removed
     * @throws DeploymentException if it cannot be uninstalled
     */
    public boolean uninstall(String name) throws IOException, DeploymentException {
        DeploymentPackage installedPackage = admin.getDeploymentPackage(name);
        if (installedPackage == null) {
            return false;
        }
        installedPackage.uninstall();
        String url = installed.all().getProperty(name);
        if (url != null) {
            Files.deleteIfExists(file(url));
            installed.remove(name);
        }
        return true;
    }

    private static Path file(String url) throws IOException {
        String scheme = url.contains(":")
                ? URI.create(url.substring(0, url.indexOf(':') + 1) + "/").getScheme()
                : "";
        if (!"file".equals(scheme)) {
            throw new IOException("only local files are installed, this is " + url);
        }
        return Path.of(url.substring("file:".length()));
    }
}
