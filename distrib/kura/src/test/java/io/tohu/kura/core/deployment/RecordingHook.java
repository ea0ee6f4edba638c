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

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.deployment.hook.DeploymentHook;
import org.eclipse.kura.deployment.hook.RequestContext;

/** Writes its calls among everything else that happens; can refuse, fail, or hold up at one of them. */
final class RecordingHook implements DeploymentHook {

    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);

    private final List<String> events;
    private final String refuses;
    private final String fails;
    private final String waits;

    RecordingHook(List<String> events, String refuses, String fails, String waits) {
        this.events = events;
        this.refuses = refuses;
        this.fails = fails;
        this.waits = waits;
    }

    static RecordingHook quiet(List<String> events) {
        return new RecordingHook(events, "", "", "");
    }

    private void called(String phase, RequestContext context, Map<String, Object> properties) throws KuraException {
        events.add("hook " + phase + " " + context.getRequestType() + " " + properties);
        if (phase.equals(waits)) {
            entered.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (phase.equals(refuses)) {
            throw new KuraException(KuraErrorCode.BAD_REQUEST, "no");
        }
        if (phase.equals(fails)) {
            throw new IllegalStateException("broken");
        }
    }

    @Override
    public void preDownload(RequestContext context, Map<String, Object> properties) throws KuraException {
        called("preDownload", context, properties);
    }

    @Override
    public void postDownload(RequestContext context, Map<String, Object> properties) throws KuraException {
        called("postDownload", context, properties);
    }

    @Override
    public void postInstall(RequestContext context, Map<String, Object> properties) throws KuraException {
        called("postInstall", context, properties);
    }
}
