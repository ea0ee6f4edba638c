/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.asset.provider;

import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.driver.Driver;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** Tells an asset when the driver of its {@code driver.pid} comes, changes its properties and goes. */
public final class DriverTracker extends ServiceTracker<Driver, Driver> {

    private final String driverPid;
    private final DriverAsset asset;

    /**
     * @param context where drivers are services
     * @param driverPid name of the driver
     * @param asset who wants to know
     */
    public DriverTracker(BundleContext context, String driverPid, DriverAsset asset) {
        super(context, Driver.class, null);
        this.driverPid = driverPid;
        this.asset = asset;
    }

    @Override
    public Driver addingService(ServiceReference<Driver> reference) {
        if (!driverPid.equals(reference.getProperty(ConfigurationService.KURA_SERVICE_PID))) {
            return null;
        }
        Driver driver = context.getService(reference);
        if (driver != null) {
            asset.setDriver(driver);
        }
        return driver;
    }

    @Override
    public void modifiedService(ServiceReference<Driver> reference, Driver driver) {
        asset.unsetDriver();
        asset.setDriver(driver);
    }

    @Override
    public void removedService(ServiceReference<Driver> reference, Driver driver) {
        asset.unsetDriver();
        context.ungetService(reference);
    }
}
