/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.inventory;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.tohu.kura.core.cloud.RequestHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.cloudconnection.request.RequestHandlerContext;
import org.eclipse.kura.cloudconnection.request.RequestHandlerMessageConstants;
import org.eclipse.kura.message.KuraPayload;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.deploymentadmin.DeploymentAdmin;

/** The application INVENTORY-V1: bundles and deployment packages, and nothing else. */
@Component(
        name = "org.eclipse.kura.core.inventory.InventoryHandlerV1",
        immediate = true,
        service = RequestHandler.class,
        property = RequestHandlers.APP_ID + "=INVENTORY-V1")
public final class InventoryRequests implements RequestHandler {

    private final BundleContext context;
    private final DeploymentAdmin admin;

    /**
     * @param context knows the bundles
     * @param admin knows the packages
     */
    @Activate
    public InventoryRequests(BundleContext context, @Reference DeploymentAdmin admin) {
        this.context = context;
        this.admin = admin;
    }

    @Override
    public KuraMessage doGet(RequestHandlerContext requester, KuraMessage request) throws KuraException {
        BundlesJson json = new BundlesJson(context, admin);
        List<?> path = (List<?>) request.getProperties().get(RequestHandlerMessageConstants.ARGS_KEY.value());
        String resource = path.isEmpty() ? "" : path.get(0).toString();
        JsonArray content =
                switch (resource) {
                    case "bundles" -> json.bundles();
                    case "deploymentPackages" -> json.packages();
                    default -> throw new KuraException(KuraErrorCode.NOT_FOUND);
                };
        JsonObject body = new JsonObject();
        body.add(resource, content);
        KuraPayload payload = new KuraPayload();
        payload.addMetric("response.code", 200);
        payload.setBody(body.toString().getBytes(StandardCharsets.UTF_8));
        return new KuraMessage(payload);
    }
}
