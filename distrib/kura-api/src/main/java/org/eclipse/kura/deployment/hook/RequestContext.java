/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.deployment.hook;

import org.osgi.annotation.versioning.ProviderType;

/** The package in hand of a {@link DeploymentHook}. */
@ProviderType
public class RequestContext {

    private final String downloadFilePath;
    private final String requestType;

    public RequestContext(String downloadFilePath, String requestType) {
        this.downloadFilePath = downloadFilePath;
        this.requestType = requestType;
    }

    public String getDownloadFilePath() {
        return downloadFilePath;
    }

    public String getRequestType() {
        return requestType;
    }
}
