/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.system;

import java.util.List;
import java.util.Properties;
import org.osgi.annotation.versioning.ProviderType;

/** Facts about the device and the gateway's directories, as far as they are used: only Kura implements it. */
@ProviderType
public interface SystemService {

    String KURA_CONFIG = "kura.configuration";
    String KURA_PROPS_FILE = "kura.properties";
    String KURA_CUSTOM_CONFIG = "kura.custom.configuration";
    String KURA_CUSTOM_PROPS_FILE = "kura_custom.properties";
    String UNKNOWN = "UNKNOWN";
    String KEY_KURA_NAME = "kura.name";
    String KEY_KURA_VERSION = "kura.version";
    String KEY_KURA_FRAMEWORK_CONFIG_DIR = "kura.framework.config";
    String KEY_KURA_USER_CONFIG_DIR = "kura.user.config";
    String KEY_DEVICE_NAME = "kura.device.name";
    String KEY_PLATFORM = "kura.platform";
    String KEY_MODEL_ID = "kura.model.id";
    String KEY_MODEL_NAME = "kura.model.name";
    String KEY_PART_NUMBER = "kura.partNumber";
    String KEY_SERIAL_NUM = "kura.serialNumber";
    String KEY_BIOS_VERSION = "kura.bios.version";
    String KEY_FIRMWARE_VERSION = "kura.firmware.version";
    String KEY_KURA_HOME_DIR = "kura.home";
    String KEY_KURA_PACKAGES_DIR = "kura.packages";
    String KEY_KURA_DATA_DIR = "kura.data";
    String KEY_KURA_TMP_DIR = "kura.tmp";
    String KEY_KURA_SNAPSHOTS_DIR = "kura.snapshots";
    String KEY_KURA_SNAPSHOTS_COUNT = "kura.snapshots.count";
    String KEY_KURA_HAVE_NET_ADMIN = "kura.have.net.admin";
    String KEY_KURA_HAVE_WEB_INTER = "kura.have.web.inter";
    String KEY_OS_ARCH = "os.arch";
    String KEY_OS_NAME = "os.name";
    String KEY_OS_VER = "os.version";
    String KEY_JAVA_VERSION = "java.runtime.version";
    String KEY_JAVA_VENDOR = "java.runtime.name";
    String KEY_JAVA_VM_NAME = "java.vm.name";
    String KEY_JAVA_VM_VERSION = "java.vm.version";
    String KEY_JAVA_VM_INFO = "java.vm.info";
    String KEY_OSGI_FW_NAME = "org.osgi.framework.vendor";
    String KEY_OSGI_FW_VERSION = "org.osgi.framework.version";
    String CONFIG_CONSOLE_DEVICE_MANAGE_SERVICE_IGNORE = "console.device.management.service.ignore";
    String KEY_CPU_VERSION = "cpu.version";
    String KEY_JAVA_VM_VENDOR = "java.vm.vendor";

    String getPrimaryMacAddress();

    String getDeviceName();

    String getKuraVersion();

    String getKuraHome();

    String getKuraSnapshotsDirectory();

    int getKuraSnapshotsCount();

    String getKuraDataDirectory();

    Properties getProperties();

    List<String> getDeviceManagementServiceIgnore();

    String getHostname();
}
