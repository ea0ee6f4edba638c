/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.system;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Properties;
import org.eclipse.kura.system.SystemService;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Says what this gateway is and where it keeps what, as far as Kura's properties tell; hardware is not asked. */
@Component(
        name = "org.eclipse.kura.system.SystemService",
        immediate = true,
        property = "service.pid=org.eclipse.kura.system.SystemService")
public final class SystemServiceImpl implements SystemService {

    private static final String SNAPSHOTS = "10";

    private final Properties properties;

    @Activate
    public SystemServiceImpl(BundleContext context) {
        properties = KuraProperties.load(System.getProperties());
        for (String each : List.of(KEY_OSGI_FW_NAME, KEY_OSGI_FW_VERSION)) {
            properties.putIfAbsent(each, String.valueOf(context.getProperty(each)));
        }
    }

    @Override
    public Properties getProperties() {
        return properties;
    }

    @Override
    public int getKuraSnapshotsCount() {
        return Integer.parseInt(properties.getProperty(KEY_KURA_SNAPSHOTS_COUNT, SNAPSHOTS));
    }

    @Override
    public List<String> getDeviceManagementServiceIgnore() {
        String ignored = properties.getProperty(CONFIG_CONSOLE_DEVICE_MANAGE_SERVICE_IGNORE);
        return ignored == null || ignored.isBlank() ? List.of() : List.of(ignored.split(","));
    }

    @Override
    public String getHostname() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }

    @Override
    public String getPrimaryMacAddress() {
        return UNKNOWN;
    }

    @Override
    public String getDeviceName() {
        return properties.getProperty(KEY_DEVICE_NAME, UNKNOWN);
    }

    @Override
    public String getKuraVersion() {
        return properties.getProperty(KEY_KURA_VERSION);
    }

    @Override
    public String getKuraHome() {
        return properties.getProperty(KEY_KURA_HOME_DIR);
    }

    @Override
    public String getKuraSnapshotsDirectory() {
        return properties.getProperty(KEY_KURA_SNAPSHOTS_DIR);
    }

    @Override
    public String getKuraDataDirectory() {
        return properties.getProperty(KEY_KURA_DATA_DIR);
    }
}
