/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.gateway;

import java.io.IOException;
import org.osgi.framework.BundleException;

/**
 * Starts the embedded gateway: a small OSGi host with the bundle versions of Kura's own platform, for desks and CI.
 *
 * <p>Exit codes: 0 stopped, {@value #USAGE} wrong arguments, {@value #FAILED} could not start. A signal ends
 * it as it ends Kura: no bundle is told.
 */
public final class GatewayMain {

    static final int USAGE = 2;
    static final int FAILED = 1;

    private GatewayMain() {}

    public static void main(String[] args) {
        // A bundle that leaves a thread behind must not keep the process.
        System.exit(run(args));
    }

    private static int run(String[] args) {
        try {
            GatewayOptions options = GatewayOptions.parse(args);
            KuraDirectories directories = KuraDirectories.under(options.data());
            directories.create();
            try (DataLock lock = DataLock.acquire(directories.root())) {
                new FirstStart(directories).seed(options);
                directories.publish(options.home());
                Console.info("data in " + lock.directory() + ", platform from " + options.home());
                return serve(options, directories);
            }
        } catch (GatewayOptionsException e) {
            Console.error(e.getMessage());
            Console.error(GatewayOptions.USAGE);
            return USAGE;
        } catch (IOException | BundleException e) {
            Console.error("the gateway cannot start: " + Console.describe(e));
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static int serve(GatewayOptions options, KuraDirectories directories)
            throws IOException, BundleException, InterruptedException {
        Host host = new Host(Platform.read(options.home()), directories);
        // As on Kura, a signal stops no bundle: what must last is on disk before, or it is lost.
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> Console.info("gateway stopped, its bundles were not"), "gateway-stop"));
        host.start();
        host.awaitStop();
        return 0;
    }
}
