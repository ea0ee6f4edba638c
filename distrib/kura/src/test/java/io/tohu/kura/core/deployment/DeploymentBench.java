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

import io.tohu.kura.deployment.agent.InstalledPackages;
import io.tohu.kura.deployment.agent.PackageInstaller;
import io.tohu.kura.testing.Configs;
import io.tohu.kura.testing.Eventually;
import io.tohu.kura.testing.Requests;
import io.tohu.kura.testing.TextDeploymentAdmin;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.publisher.CloudNotificationPublisher;
import org.eclipse.kura.cloudconnection.request.RequestHandlerContext;
import org.eclipse.kura.message.KuraPayload;

/** DEPLOY-V2 over a server and a directory, and everything that happens, in order. */
final class DeploymentBench implements AutoCloseable {

    static final String TYPE = "signed";

    final PackageServer server = new PackageServer();
    final List<String> events = Collections.synchronizedList(new ArrayList<>());
    final Path downloads;
    final Path packages;
    final PackageInstaller installer;
    final DeploymentRequests deploy;

    DeploymentBench(Path directory) throws IOException {
        downloads = directory.resolve("downloads");
        packages = Files.createDirectory(directory.resolve("packages"));
        TextDeploymentAdmin admin = new TextDeploymentAdmin();
        installer = new PackageInstaller(admin, new InstalledPackages(packages.resolve("dpa.properties")), packages);
        deploy = new DeploymentRequests(
                admin,
                installer,
                downloads,
                Configs.of(DeploymentConfig.class, Map.of("deployment.hook.associations", TYPE + "=hook")));
    }

    /** Metrics of a download of the package {@code pump} from the path, and more of them or others. */
    Map<String, Object> download(String path, Object... others) {
        Map<String, Object> metrics = new HashMap<>(Map.of(
                "dp.uri",
                server.url(path),
                "dp.name",
                "pump",
                "dp.version",
                "1.0.0",
                "dp.download.protocol",
                "HTTP",
                "job.id",
                7L,
                "dp.install.system.update",
                false,
                "requester.client.id",
                "me"));
        for (int i = 0; i < others.length; i += 2) {
            metrics.put((String) others[i], others[i + 1]);
        }
        return metrics;
    }

    KuraPayload ask(String resource, Map<String, Object> metrics) throws KuraException {
        KuraPayload request = new KuraPayload();
        metrics.forEach(request::addMetric);
        CloudNotificationPublisher publisher = (CloudNotificationPublisher) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {CloudNotificationPublisher.class},
                (proxy, method, args) -> {
                    note((KuraMessage) args[0]);
                    return null;
                });
        return Requests.ask(
                deploy, resource, request, new RequestHandlerContext(publisher, Map.of("DEVICE_ID", "gateway")));
    }

    private void note(KuraMessage message) {
        String what = (String) message.getProperties().get("messageType");
        KuraPayload payload = message.getPayload();
        if (!"IN_PROGRESS".equals(payload.getMetric("dp." + what + ".status"))) {
            String error = (String) payload.getMetric("dp." + what + ".error.message");
            events.add(what + " " + payload.getMetric("dp." + what + ".status") + (error == null ? "" : ": " + error));
        }
    }

    /** Runs one download to what comes last. */
    List<String> downloaded(String last, Map<String, Object> metrics) throws KuraException {
        events.clear();
        ask("EXEC/download", metrics);
        return await(last);
    }

    List<String> await(String last) {
        Eventually.eventually(last, () -> events().stream().anyMatch(each -> each.startsWith(last)));
        Eventually.eventually("the download ends", () -> !deploy.isDownloading());
        return events();
    }

    List<String> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    RecordingHook hook(RecordingHook hook) {
        deploy.addHook(hook, Map.of("kura.service.pid", "hook"));
        return hook;
    }

    Path file() {
        return downloads.resolve("pump_1.0.0.dp");
    }

    @Override
    public void close() {
        deploy.deactivate();
        server.close();
    }
}
