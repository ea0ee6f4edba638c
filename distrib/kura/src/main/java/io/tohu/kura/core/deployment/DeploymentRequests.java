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

import io.tohu.kura.core.cloud.RequestHandlers;
import io.tohu.kura.deployment.agent.PackageInstaller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.cloudconnection.request.RequestHandlerContext;
import org.eclipse.kura.cloudconnection.request.RequestHandlerMessageConstants;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.deployment.hook.DeploymentHook;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.kura.system.SystemService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.deploymentadmin.DeploymentAdmin;
import org.osgi.service.deploymentadmin.DeploymentException;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application DEPLOY-V2: downloads, installs and uninstalls packages, one after the other on one thread, and tells who
 * asked by notifications. No scripts are run ({@code dp.install.system.update}), the machine is never rebooted, and a
 * download is neither watched, cancelled nor installed by a request of its own.
 */
@Designate(ocd = DeploymentConfig.class)
@Component(
        name = DeploymentRequests.PID,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {ConfigurableComponent.class, RequestHandler.class},
        property = RequestHandlers.APP_ID + "=" + Notifications.APP_ID)
public final class DeploymentRequests implements ConfigurableComponent, RequestHandler {

    static final String PID = "org.eclipse.kura.core.deployment.CloudDeploymentHandlerV2";

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentRequests.class);
    private static final int OK = 200;
    private static final int ERROR = 500;

    private final DeploymentAdmin admin;
    private final PackageInstaller installer;
    private final Path temporary;
    private final Hooks hooks = new Hooks();
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "deployment-requests"));
    private Path downloads;
    private boolean downloading;

    /**
     * @param admin installs packages
     * @param system knows where packages are kept
     * @param config the settings
     * @throws IOException when there is no place for packages
     */
    @Activate
    public DeploymentRequests(
            @Reference DeploymentAdmin admin, @Reference SystemService system, DeploymentConfig config)
            throws IOException {
        this(
                admin,
                PackageInstaller.of(admin, system),
                Path.of(system.getProperties().getProperty(SystemService.KEY_KURA_TMP_DIR, "/tmp")),
                config);
    }

    DeploymentRequests(DeploymentAdmin admin, PackageInstaller installer, Path temporary, DeploymentConfig config)
            throws IOException {
        this.admin = admin;
        this.installer = installer;
        this.temporary = temporary;
        modified(config);
    }

    @Modified
    synchronized void modified(DeploymentConfig config) throws IOException {
        String directory = config.downloads_directory();
        downloads = directory.isBlank() ? temporary : Path.of(directory).toAbsolutePath();
        Files.createDirectories(downloads);
        hooks.associate(config.deployment_hook_associations());
    }

    @Deactivate
    void deactivate() {
        executor.shutdownNow();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addHook(DeploymentHook hook, Map<String, Object> properties) {
        hooks.add((String) properties.get(ConfigurationService.KURA_SERVICE_PID), hook);
    }

    void removeHook(DeploymentHook hook, Map<String, Object> properties) {
        hooks.remove((String) properties.get(ConfigurationService.KURA_SERVICE_PID), hook);
    }

    @Override
    public KuraMessage doGet(RequestHandlerContext requester, KuraMessage request) throws KuraException {
        return new KuraMessage(
                switch (path(request).get(0)) {
                    case "packages" -> xml(BundlesXml.packages(admin.listDeploymentPackages()));
                    default -> throw new KuraException(KuraErrorCode.NOT_FOUND);
                });
    }

    @Override
    public KuraMessage doExec(RequestHandlerContext requester, KuraMessage message) throws KuraException {
        List<String> path = path(message);
        PackageRequest request = new PackageRequest(message.getPayload(), requester);
        try {
            return new KuraMessage(
                    switch (path.get(0)) {
                        case "download" -> download(request);
                        case "uninstall" -> uninstall(request.require("dp.name", "job.id"));
                        default -> throw new KuraException(KuraErrorCode.NOT_FOUND);
                    });
        } catch (IllegalArgumentException | IOException e) {
            LOG.warn("Request {} is refused: {}", path, e.getMessage());
            throw new KuraException(KuraErrorCode.BAD_REQUEST, e);
        }
    }

    private static List<String> path(KuraMessage request) throws KuraException {
        List<?> path = (List<?>) request.getProperties().get(RequestHandlerMessageConstants.ARGS_KEY.value());
        if (path.isEmpty()) {
            throw new KuraException(KuraErrorCode.BAD_REQUEST);
        }
        return path.stream().map(Object::toString).toList();
    }

    private synchronized KuraPayload download(PackageRequest request) throws KuraException, IOException {
        request.require(
                "dp.uri", "dp.name", "dp.version", "dp.download.protocol", "job.id", "dp.install.system.update");
        DeploymentHook hook = hooks.of(request);
        if (downloading) {
            KuraPayload busy = code(ERROR);
            busy.addMetric("download.status", "IN_PROGRESS");
            busy.setBody("Another resource is already in download".getBytes(StandardCharsets.UTF_8));
            return busy;
        }
        Deployment deployment = new Deployment(request, installer, hook, downloads);
        boolean isDownloaded = deployment.isDownloaded();
        try {
            deployment.preDownload();
        } catch (KuraException | RuntimeException e) {
            throw new KuraException(KuraErrorCode.PROCESS_EXECUTION_ERROR, e);
        }
        downloading = true;
        executor.execute(() -> {
            try {
                deployment.downloadAndInstall(isDownloaded);
            } finally {
                endDownload();
            }
        });
        return code(OK);
    }

    synchronized boolean isDownloading() {
        return downloading;
    }

    private synchronized void endDownload() {
        downloading = false;
    }

    /** A package that is not there is uninstalled too, says Kura. */
    private KuraPayload uninstall(PackageRequest request) {
        Notifications notifications = new Notifications(request);
        executor.execute(() -> {
            try {
                installer.uninstall(request.name());
                notifications.uninstalled(null);
            } catch (IOException | DeploymentException | RuntimeException e) {
                LOG.error("{} is not uninstalled: {}", request.name(), e.toString());
                notifications.uninstalled(String.valueOf(e.getMessage()));
            }
        });
        return code(OK);
    }

    private static KuraPayload code(int code) {
        KuraPayload payload = new KuraPayload();
        payload.addMetric("response.code", code);
        return payload;
    }

    private static KuraPayload xml(String body) {
        KuraPayload payload = code(OK);
        payload.setBody(body.getBytes(StandardCharsets.UTF_8));
        return payload;
    }
}
