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

import java.util.List;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.channel.ChannelRecord;
import org.osgi.annotation.versioning.ProviderType;

/** A device behind a driver, seen as named channels; declared as far as it is used: only Kura implements it. */
@ProviderType
public interface Asset {

    AssetConfiguration getAssetConfiguration();

    List<ChannelRecord> readAllChannels() throws KuraException;

    void write(List<ChannelRecord> channelRecords) throws KuraException;
}
