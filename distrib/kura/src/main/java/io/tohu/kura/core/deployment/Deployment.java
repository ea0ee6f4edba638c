/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.deployment;

import io.tohu.kura.deployment.agent.PackageInstaller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.deployment.hook.DeploymentHook;
import org.eclipse.kura.deployment.hook.RequestContext;
import org.osgi.service.deploymentadmin.DeploymentException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to one package, in Kura's order and with Kura's slips: each is told in the notifications, or not at all. */
final class Deployment {

    private static final Logger LOG = LoggerFactory.getLogger(Deployment.class);
    private static final int ALL = 100;

    private final PackageRequest request;
    private final PackageInstaller installer;
    private final DeploymentHook hook;
    private final Path file;
    private final RequestContext hookContext;
    private final Map<String, Object> hookProperties;
    private final Notifications notifications;
    private final Download download;

    /** @throws IOException when name and version make no file name */
    Deployment(PackageRequest request, PackageInstaller installer, DeploymentHook hook, Path directory)
            throws IOException {
        this.request = request;
        this.installer = installer;
        this.hook = hook;
        file = request.file(directory);
        hookContext = new RequestContext(file.toString(), request.type());
        hookProperties = request.hookProperties();
        notifications = new Notifications(request);
        download = new Download(request, notifications);
    }

    boolean isDownloaded() {
        return Files.exists(file);
    }

    void preDownload() throws KuraException {
        if (hook != null) {
            hook.preDownload(hookContext, hookProperties);
        }
    }

    /** A file that is there counts as downloaded, even an empty one that a failed download left. */
    void downloadAndInstall(boolean isDownloaded) {
        boolean done = downloaded(isDownloaded);
        try {
            if (hook != null) {
                hook.postDownload(hookContext, hookProperties);
            }
        } catch (KuraException e) {
            LOG.warn("Hook of {} refuses {}: {}", request.type(), file, e.getMessage());
            delete();
            return;
        }
        if (done && request.install()) {
            install();
        }
    }

    private boolean downloaded(boolean isDownloaded) {
        try {
            if (isDownloaded && !request.force()) {
                notifications.download(0, ALL, Notifications.COMPLETED, null, null);
            } else {
                download.to(file);
            }
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} is not downloaded: {}", request.uri(), e.toString());
            notifications.download(0, 0, Notifications.FAILED, "Error during download process and verification!", 0);
            return false;
        }
    }

    /** The hook is called last, also after a failure, when the end was told already. */
    private void install() {
        String name = file.getFileName().toString();
        try {
            installFile();
            notifications.installed(name, null);
        } catch (DeploymentException | RuntimeException e) {
            LOG.warn("{} is not installed: {}", name, e.toString());
            notifications.installed(name, String.valueOf(e.getMessage()));
        }
        try {
            if (hook != null) {
                hook.postInstall(hookContext, hookProperties);
            }
        } catch (KuraException | RuntimeException e) {
            LOG.warn("Hook of {} fails after the installation of {}: {}", request.type(), name, e.toString());
            notifications.installed(name, String.valueOf(e.getMessage()));
        }
    }

    private void installFile() throws DeploymentException {
        try {
            installer.install("file:" + file);
        } catch (IOException e) {
            LOG.error("{} is not moved to where packages are kept, or not noted there: {}", file, e.toString());
        } finally {
            delete();
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} is not deleted: {}", file, e.getMessage());
        }
    }
}
