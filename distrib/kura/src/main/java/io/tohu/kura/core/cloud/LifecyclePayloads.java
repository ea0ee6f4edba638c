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
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.kura.system.SystemService;

/** What the gateway says of itself when it connects, changes and disconnects. */
final class LifecyclePayloads {

    private static final String UNKNOWN = "UNKNOWN";

    private static final Map<String, List<String>> OF_PROPERTIES = Map.ofEntries(
            Map.entry("model_name", List.of("kura.model.name")),
            Map.entry("model_id", List.of("kura.model.id")),
            Map.entry("part_number", List.of("kura.partNumber")),
            Map.entry("serial_number", List.of("kura.serialNumber")),
            Map.entry("firmware_version", List.of("kura.firmware.version")),
            Map.entry("bios_version", List.of("kura.bios.version")),
            Map.entry("cpu_version", List.of("cpu.version")),
            Map.entry("os", List.of("os.name")),
            Map.entry("os_version", List.of("os.version")),
            Map.entry("os_arch", List.of("os.arch")),
            Map.entry("jvm_name", List.of("java.vm.name")),
            Map.entry("jvm_version", List.of("java.vm.version", "java.vm.info")),
            Map.entry("jvm_profile", List.of("java.runtime.name", "java.runtime.version")),
            Map.entry("jvm_vendor", List.of("java.vm.vendor")),
            Map.entry("kura_version", List.of("kura.version")),
            Map.entry("application_framework_version", List.of("kura.version")),
            Map.entry("osgi_framework", List.of("org.osgi.framework.vendor")),
            Map.entry("osgi_framework_version", List.of("org.osgi.framework.version")));

    private LifecyclePayloads() {}

    /**
     * @param system tells about the machine
     * @param options the connection
     * @param appIds ids of the applications that answer
     * @return all that Kura tells, as strings
     */
    static KuraPayload birth(SystemService system, CloudOptions options, Collection<String> appIds) {
        KuraPayload payload = disconnect(options);
        Properties properties = system.getProperties();
        OF_PROPERTIES.forEach((metric, names) -> payload.addMetric(
                metric, names.stream().map(name -> property(properties, name)).collect(Collectors.joining(" "))));
        payload.addMetric("application_framework", "Kura");
        payload.addMetric(
                "available_processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        payload.addMetric("total_memory", String.valueOf(Runtime.getRuntime().totalMemory() / 1024));
        payload.addMetric("accept_encoding", options.gzip() ? "gzip" : "");
        payload.addMetric("payload_encoding", "KURA_PROTOBUF");
        payload.addMetric("application_ids", String.join(",", appIds));
        List<NetworkInterface> networks = networks();
        payload.addMetric("connection_interface", joined(networks, NetworkInterface::getName));
        payload.addMetric("connection_ip", joined(networks, LifecyclePayloads::address));
        return payload;
    }

    private static String property(Properties properties, String name) {
        return properties.getProperty(name, System.getProperty(name, UNKNOWN));
    }

    /** @return what Kura tells when it disconnects */
    static KuraPayload disconnect(CloudOptions options) {
        KuraPayload payload = new KuraPayload();
        payload.addMetric(
                "uptime", String.valueOf(ManagementFactory.getRuntimeMXBean().getUptime()));
        payload.addMetric("display_name", options.displayName());
        return payload;
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
