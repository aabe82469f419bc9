module its.jpms {
    exports its.jpms;
}
