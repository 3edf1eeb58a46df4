package ticketing.signin;

import java.util.Locale;
import java.util.concurrent.ExecutorService;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.staff.Passwords;

/** Where whoever forgot their password gets another. The answer is the same for everybody, and takes as long. */
@Path("/api/ticketing/staff/password-resets")
class PasswordResetResource {

    private final PasswordResets resets;
    private final Passwords passwords;
    private final OriginReader origin;
    private final SignInConfig config;
    private final ExecutorService executor;

    PasswordResetResource(PasswordResets resets, Passwords passwords, OriginReader origin, SignInConfig config,
            @VirtualThreads ExecutorService executor) {
        this.resets = resets;
        this.passwords = passwords;
        this.origin = origin;
        this.config = config;
        this.executor = executor;
    }

    /** 202, whether there is such an account or not: looking for it and mailing begins after the answer. */
    @POST
    @RunOnVirtualThread
    public Response request(@Valid @NotNull ResetRequest request, @Context HttpHeaders headers) {
        var wait = resets.tooOften(origin.read());
        if (wait.isPresent()) {
            return Problem.of(429, "slow-down", "Too many attempts", "Wait a while and try again.")
                    .retryAfter(wait.get()).toResponse();
        }
        var language = headers.getAcceptableLanguages().stream().findFirst().orElse(Locale.ENGLISH);
        executor.execute(() -> resets.mail(request.email(), language));
        return Response.accepted().build();
    }

    @POST
    @Path("/completion")
    @RunOnVirtualThread
    public Response complete(@Valid @NotNull Completion completion) {
        if (resets.isOpen(completion.token())) {
            var done = resets.complete(completion.token(), passwords.hash(completion.password()));
            if (done.isPresent()) {
                return Response.noContent().cookie(StaffSessionResource.device(done.get(), config)).build();
            }
        }
        return Problem.of(410, "reset-over", "This link is not good any more",
                "It works once, for a short time. Ask for another one.").toResponse();
    }

    record ResetRequest(@NotBlank @Size(max = 254) String email) {}

    record Completion(@NotBlank @Size(max = 100) String token, @NotBlank @Size(min = 8, max = 200) String password) {}
}
