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
import java.util.Optional;
import java.util.Properties;
import org.eclipse.kura.system.ExtendedProperties;
import org.eclipse.kura.system.SystemResourceInfo;
import org.eclipse.kura.system.SystemService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what this gateway is and where it keeps what, as far as Kura's properties tell; hardware is not asked. */
@Component(
        name = "org.eclipse.kura.system.SystemService",
        immediate = true,
        property = "service.pid=org.eclipse.kura.system.SystemService")
public final class SystemServiceImpl implements SystemService {

    private static final Logger LOG = LoggerFactory.getLogger(SystemServiceImpl.class);
    private static final int SNAPSHOTS = 10;
    private static final int ZIP_MEGABYTES = 100;
    private static final int ZIP_ENTRIES = 1024;

    private final BundleContext context;
    private final Properties properties;

    @Activate
    public SystemServiceImpl(BundleContext context) {
        this.context = context;
        properties = KuraProperties.load(System.getProperties());
    }

    @Override
    public Properties getProperties() {
        return properties;
    }

    private int number(String key, int otherwise) {
        String text = properties.getProperty(key, Integer.toString(otherwise)).trim();
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            LOG.error("The property {} must be a whole number but is '{}', {} is taken", key, text, otherwise);
            return otherwise;
        }
    }

    @Override
    public int getKuraSnapshotsCount() {
        return number(KEY_KURA_SNAPSHOTS_COUNT, SNAPSHOTS);
    }

    @Override
    public int getKuraWifiTopChannel() {
        return number(KEY_KURA_WIFI_TOP_CHANNEL, Integer.MAX_VALUE);
    }

    @Override
    public int getFileCommandZipMaxUploadSize() {
        return number(KEY_FILE_COMMAND_ZIP_MAX_SIZE, ZIP_MEGABYTES);
    }

    @Override
    public int getFileCommandZipMaxUploadNumber() {
        return number(KEY_FILE_COMMAND_ZIP_MAX_NUMBER, ZIP_ENTRIES);
    }

    @Override
    public Bundle[] getBundles() {
        return context.getBundles();
    }

    @Override
    public List<SystemResourceInfo> getSystemPackages() {
        return List.of();
    }

    @Override
    public int getNumberOfProcessors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** In KiB, of the Java heap. */
    @Override
    public long getTotalMemory() {
        return Runtime.getRuntime().totalMemory() / 1024;
    }

    /** In KiB, of the Java heap. */
    @Override
    public long getFreeMemory() {
        return Runtime.getRuntime().freeMemory() / 1024;
    }

    @Override
    public char[] getJavaKeyStorePassword() {
        return properties.getProperty(KEY_KURA_KEY_STORE_PWD, "").toCharArray();
    }

    @Override
    public char[] getJavaTrustStorePassword() {
        return properties.getProperty(KEY_KURA_TRUST_STORE_PWD, "").toCharArray();
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
    public String getOsgiFwName() {
        return context.getProperty(KEY_OSGI_FW_NAME);
    }

    @Override
    public String getOsgiFwVersion() {
        return context.getProperty(KEY_OSGI_FW_VERSION);
    }

    @Override
    @Deprecated
    public String getPrimaryMacAddress() {
        return UNKNOWN;
    }

    @Override
    public Optional<ExtendedProperties> getExtendedProperties() {
        return Optional.empty();
    }

    @Override
    public boolean isLegacyBluetoothBeaconScan() {
        return Boolean.parseBoolean(properties.getProperty(KEY_LEGACY_BT_BEACON_SCAN));
    }

    @Override
    public boolean isLegacyPPPLoggingEnabled() {
        return Boolean.parseBoolean(properties.getProperty(KEY_LEGACY_PPP_LOGGING));
    }

    @Override
    public String getPlatform() {
        return properties.getProperty(KEY_PLATFORM, UNKNOWN);
    }

    @Override
    public String getModelId() {
        return properties.getProperty(KEY_MODEL_ID, UNKNOWN);
    }

    @Override
    public String getModelName() {
        return properties.getProperty(KEY_MODEL_NAME, UNKNOWN);
    }

    @Override
    public String getPartNumber() {
        return properties.getProperty(KEY_PART_NUMBER, UNKNOWN);
    }

    @Override
    public String getSerialNumber() {
        return properties.getProperty(KEY_SERIAL_NUM, UNKNOWN);
    }

    @Override
    public String getDeviceName() {
        return properties.getProperty(KEY_DEVICE_NAME, UNKNOWN);
    }

    @Override
    public String getBiosVersion() {
        return properties.getProperty(KEY_BIOS_VERSION, UNKNOWN);
    }

    @Override
    public String getFirmwareVersion() {
        return properties.getProperty(KEY_FIRMWARE_VERSION, UNKNOWN);
    }

    @Override
    public String getOsDistro() {
        return properties.getProperty(KEY_OS_DISTRO, UNKNOWN);
    }

    @Override
    public String getOsDistroVersion() {
        return properties.getProperty(KEY_OS_DISTRO_VER, UNKNOWN);
    }

    @Override
    public String getPrimaryNetworkInterfaceName() {
        return properties.getProperty(KEY_PRIMARY_NET_IFACE, UNKNOWN);
    }

    @Override
    public String getCommandUser() {
        return properties.getProperty(KEY_COMMAND_USER, UNKNOWN);
    }

    @Override
    public String getCpuVersion() {
        return properties.getProperty(KEY_CPU_VERSION, UNKNOWN);
    }

    @Override
    public String getNetVirtualDevicesConfig() {
        return properties.getProperty(KEY_KURA_NET_VIRTUAL_DEVICES_CONFIG, UNKNOWN);
    }

    @Override
    public String getKuraVersion() {
        return properties.getProperty(KEY_KURA_VERSION);
    }

    @Override
    public String getKuraFrameworkConfigDirectory() {
        return properties.getProperty(KEY_KURA_FRAMEWORK_CONFIG_DIR);
    }

    @Override
    public String getKuraUserConfigDirectory() {
        return properties.getProperty(KEY_KURA_USER_CONFIG_DIR);
    }

    @Override
    public String getKuraHome() {
        return properties.getProperty(KEY_KURA_HOME_DIR);
    }

    @Override
    public String getKuraTemporaryConfigDirectory() {
        return properties.getProperty(KEY_KURA_TMP_DIR);
    }

    @Override
    public String getKuraSnapshotsDirectory() {
        return properties.getProperty(KEY_KURA_SNAPSHOTS_DIR);
    }

    @Override
    public String getKuraStyleDirectory() {
        return properties.getProperty(KEY_KURA_STYLE_DIR);
    }

    @Override
    public String getKuraWebEnabled() {
        return properties.getProperty(KEY_KURA_HAVE_WEB_INTER);
    }

    @Override
    public String getKuraDataDirectory() {
        return properties.getProperty(KEY_KURA_DATA_DIR);
    }

    @Override
    public String getKuraMarketplaceCompatibilityVersion() {
        return properties.getProperty(KEY_KURA_MARKETPLACE_COMPATIBILITY_VERSION);
    }

    @Override
    public String getOsArch() {
        return properties.getProperty(KEY_OS_ARCH, System.getProperty(KEY_OS_ARCH));
    }

    @Override
    public String getOsName() {
        return properties.getProperty(KEY_OS_NAME, System.getProperty(KEY_OS_NAME));
    }

    @Override
    public String getOsVersion() {
        return properties.getProperty(KEY_OS_VER, System.getProperty(KEY_OS_VER));
    }

    @Override
    public String getJavaVendor() {
        return properties.getProperty(KEY_JAVA_VENDOR, System.getProperty(KEY_JAVA_VENDOR));
    }

    @Override
    public String getJavaVersion() {
        return properties.getProperty(KEY_JAVA_VERSION, System.getProperty(KEY_JAVA_VERSION));
    }

    @Override
    public String getJavaVmName() {
        return properties.getProperty(KEY_JAVA_VM_NAME, System.getProperty(KEY_JAVA_VM_NAME));
    }

    @Override
    public String getJavaVmVersion() {
        return properties.getProperty(KEY_JAVA_VM_VERSION, System.getProperty(KEY_JAVA_VM_VERSION));
    }

    @Override
    public String getJavaVmInfo() {
        return properties.getProperty(KEY_JAVA_VM_INFO, System.getProperty(KEY_JAVA_VM_INFO));
    }

    @Override
    public String getJavaVmVendor() {
        return properties.getProperty(KEY_JAVA_VM_VENDOR, System.getProperty(KEY_JAVA_VM_VENDOR));
    }

    @Override
    public String getJdkVendorVersion() {
        return properties.getProperty(KEY_JDK_VENDOR_VERSION, System.getProperty(KEY_JDK_VENDOR_VERSION));
    }

    @Override
    public String getFileSeparator() {
        return properties.getProperty(KEY_FILE_SEP, System.getProperty(KEY_FILE_SEP));
    }

    @Override
    public String getJavaHome() {
        return properties.getProperty(KEY_JAVA_HOME, System.getProperty(KEY_JAVA_HOME));
    }
}
