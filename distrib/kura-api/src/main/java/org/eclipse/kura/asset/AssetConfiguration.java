/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.asset;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import org.eclipse.kura.channel.Channel;
import org.osgi.annotation.versioning.ProviderType;

/** The driver, the description and the channels of an asset. */
@ProviderType
public class AssetConfiguration {

    private String assetDescription;
    private final String driverPid;
    private final Map<String, Channel> assetChannels;

    public AssetConfiguration(String assetDescription, String driverPid, Map<String, Channel> assetChannels) {
        this.assetDescription = requireNonNull(assetDescription, "assetDescription");
        this.driverPid = requireNonNull(driverPid, "driverPid");
        this.assetChannels = Collections.unmodifiableMap(requireNonNull(assetChannels, "assetChannels"));
    }

    public String getAssetDescription() {
        return assetDescription;
    }

    public void setAssetDescription(String assetDescription) {
        this.assetDescription = requireNonNull(assetDescription, "assetDescription");
    }

    public String getDriverPid() {
        return driverPid;
    }

    public Map<String, Channel> getAssetChannels() {
        return assetChannels;
    }

    @Override
    public String toString() {
        return "AssetConfiguration [assetDescription=" + assetDescription + ", driverPid=" + driverPid
                + ", assetChannels=" + assetChannels + "]";
    }
}
