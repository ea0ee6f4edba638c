/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.cloud;

import java.lang.management.ManagementFactory;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.kura.message.KuraPosition;
import org.eclipse.kura.security.tamper.detection.TamperDetectionService;
import org.eclipse.kura.system.SystemService;

/** What the gateway says of itself when it connects, changes and disconnects. */
final class LifecyclePayloads {

    private static final String UNKNOWN = "UNKNOWN";

    private LifecyclePayloads() {}

    /**
     * @param system tells about the machine
     * @param options the connection
     * @param appIds ids of the applications that answer
     * @param tamper those who watch over the gateway; the status is told only when there is one
     * @return all that Kura tells, as strings
     */
    static KuraPayload birth(
            SystemService system,
            CloudOptions options,
            Collection<String> appIds,
            Collection<TamperDetectionService> tamper) {
        KuraPayload payload = disconnect(options);
        payload.addMetric("model_name", system.getModelName());
        payload.addMetric("model_id", system.getModelId());
        payload.addMetric("part_number", system.getPartNumber());
        payload.addMetric("serial_number", system.getSerialNumber());
        payload.addMetric("firmware_version", system.getFirmwareVersion());
        payload.addMetric("bios_version", system.getBiosVersion());
        payload.addMetric("cpu_version", system.getCpuVersion());
        payload.addMetric("os", system.getOsName());
        payload.addMetric("os_version", system.getOsVersion());
        payload.addMetric("os_arch", system.getOsArch());
        payload.addMetric("jvm_name", system.getJavaVmName());
        payload.addMetric("jvm_version", system.getJavaVmVersion() + " " + system.getJavaVmInfo());
        payload.addMetric("jvm_profile", system.getJavaVendor() + " " + system.getJavaVersion());
        payload.addMetric("jvm_vendor", system.getJavaVmVendor());
        payload.addMetric("kura_version", system.getKuraVersion());
        payload.addMetric("application_framework", "Kura");
        payload.addMetric("application_framework_version", system.getKuraVersion());
        payload.addMetric("osgi_framework", system.getOsgiFwName());
        payload.addMetric("osgi_framework_version", system.getOsgiFwVersion());
        payload.addMetric("available_processors", String.valueOf(system.getNumberOfProcessors()));
        payload.addMetric("total_memory", String.valueOf(system.getTotalMemory()));
        payload.addMetric("accept_encoding", options.gzip() ? "gzip" : "");
        payload.addMetric("payload_encoding", "KURA_PROTOBUF");
        payload.addMetric("application_ids", String.join(",", appIds));
        List<NetworkInterface> networks = networks();
        payload.addMetric("connection_interface", joined(networks, NetworkInterface::getName));
        payload.addMetric("connection_ip", joined(networks, LifecyclePayloads::address));
        if (!tamper.isEmpty()) {
            payload.addMetric("tamper_status", tamperStatus(tamper));
        }
        payload.setPosition(nowhere());
        return payload;
    }

    /** @return what Kura tells when it disconnects */
    static KuraPayload disconnect(CloudOptions options) {
        KuraPayload payload = new KuraPayload();
        payload.addMetric(
                "uptime", String.valueOf(ManagementFactory.getRuntimeMXBean().getUptime()));
        payload.addMetric("display_name", options.displayName());
        return payload;
    }

    private static String tamperStatus(Collection<TamperDetectionService> services) {
        return services.stream().anyMatch(LifecyclePayloads::isTampered) ? "TAMPERED" : "NOT_TAMPERED";
    }

    private static boolean isTampered(TamperDetectionService service) {
        try {
            return service.getTamperStatus().isDeviceTampered();
        } catch (KuraException e) {
            return false;
        }
    }

    private static KuraPosition nowhere() {
        KuraPosition position = new KuraPosition();
        position.setLatitude(0.0);
        position.setLongitude(0.0);
        position.setAltitude(0.0);
        return position;
    }

    private static List<NetworkInterface> networks() {
        try {
            return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                    .filter(network -> network.getInetAddresses().hasMoreElements())
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    private static String address(NetworkInterface network) {
        List<InetAddress> addresses = Collections.list(network.getInetAddresses());
        return addresses.stream()
                .filter(Inet4Address.class::isInstance)
                .findFirst()
                .orElse(addresses.get(0))
                .getHostAddress();
    }

    private static String joined(List<NetworkInterface> networks, Function<NetworkInterface, String> part) {
        return networks.isEmpty() ? UNKNOWN : networks.stream().map(part).collect(Collectors.joining(","));
    }
}
