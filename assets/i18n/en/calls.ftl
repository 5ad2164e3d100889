# Citizens whom somebody of the contact centre calls.
nav-calls = Calls
calls-none = Nobody has to be called now
calls-none-way = Citizens who asked for a call, and those whom no message reached, stand here when there is something to tell.
calls-take = I call
calls-attempts =
    { $count ->
        [one] tried once
       *[other] tried { $count } times
    }
calls-taken = { $name } has this call until { $clock }
calls-say = Say this
calls-result = What came of it?
call-result-told = Told
call-result-no-answer = No answer
call-result-wrong-number = Wrong number
call-result-no-more-calls = No more calls, please
call-result-not-called = I did not call
