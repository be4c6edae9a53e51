package org.sifang.organization.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Actors;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives a controller the {@link Actor} who asks. On a public page the parameter is {@code @Nullable}. */
@Component
class ActorArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Actors actors;

    ActorArgument(Actors actors) {
        this.actors = actors;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken) {
            if (mayBeNobody(parameter)) {
                return null;
            }
            throw new AuthenticationCredentialsNotFoundException("Nobody is signed in");
        }
        try {
            return actors.byUsername(signedIn.getName());
        } catch (NotFoundException gone) {
            throw new DisabledException("No longer active", gone);
        }
    }

    private static boolean mayBeNobody(MethodParameter parameter) {
        return parameter.getParameter().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
