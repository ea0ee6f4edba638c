/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.channel;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/** The outcome of an operation on a channel. */
@ProviderType
public class ChannelStatus {

    private final ChannelFlag channelFlag;
    private final String exceptionMessage;
    private final Exception exception;

    public ChannelStatus(ChannelFlag channelFlag, String exceptionMessage, Exception exception) {
        this.channelFlag = requireNonNull(channelFlag, "channelFlag");
        this.exceptionMessage = exceptionMessage;
        this.exception = exception;
    }

    public ChannelFlag getChannelFlag() {
        return channelFlag;
    }

    public String getExceptionMessage() {
        return exceptionMessage;
    }

    public Exception getException() {
        return exception;
    }

    public ChannelStatus(ChannelFlag channelFlag) {
        this(channelFlag, null, null);
    }

    @Override
    public boolean equals(Object obj) {
        if (this == obj) {
            return true;
        }
        if (obj == null || getClass() != obj.getClass()) {
            return false;
        }
        ChannelStatus other = (ChannelStatus) obj;
        return Objects.equals(channelFlag, other.channelFlag)
                && Objects.equals(exceptionMessage, other.exceptionMessage)
                && Objects.equals(exception, other.exception);
    }

    @Override
    public int hashCode() {
        return Objects.hash(channelFlag, exceptionMessage, exception);
    }

    @Override
    public String toString() {
        return "ChannelStatus [channelFlag=" + channelFlag + ", exceptionMessage=" + exceptionMessage + ", exception="
                + exception + "]";
    }
}
